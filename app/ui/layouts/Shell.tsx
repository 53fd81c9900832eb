import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { m } from '#app/locales/generated/messages.js'
import { Banner, type BannerMessage } from '#app/ui/Banner.tsx'
import { Breadcrumbs, type Crumb } from '#app/ui/Breadcrumbs.tsx'
import { ButtonLink } from '#app/ui/Button.tsx'
import { classNames } from '#app/ui/class-names.ts'
import { Flash, type FlashMessage } from '#app/ui/Flash.tsx'
import { Icon } from '#app/ui/Icon.tsx'
import { LanguageSwitch, type UiLocale } from '#app/ui/layouts/LanguageSwitch.tsx'
import type { NavItem } from '#app/ui/layouts/nav-item.ts'
import { NavList, type NavCounts } from '#app/ui/layouts/NavList.tsx'
import { ShellFooter } from '#app/ui/layouts/ShellFooter.tsx'
import { UserMenu, type ShellUser } from '#app/ui/layouts/UserMenu.tsx'
import { StaffKeys } from '#app/ui/keys/StaffKeys.tsx'
import { Mark } from '#app/ui/Mark.tsx'
import { SearchBox } from '#app/ui/search/SearchBox.tsx'

/** What every layout takes; a layout adds the navigation of its audience. */
export type LayoutProps = {
  user: ShellUser | null
  locale: UiLocale
  /** Path and query of the page, for the current link and the way back after a change of language. */
  path: string
  /** A plain text says that something went well. */
  flash?: FlashMessage | string | null
  banners?: readonly BannerMessage[]
  breadcrumbs?: readonly Crumb[]
  /** How much waits behind a link of the navigation, by its address. */
  counts?: NavCounts
  children: ReactNode
}

export type ShellProps = LayoutProps & {
  nav: readonly NavItem[]
  /** `side` for those who work here all day, `top` for who passes by. */
  navigation: 'top' | 'side'
  home?: string
  /** Under which a contact can be logged from every page, for those who work here. */
  logUnder?: string
}

/** The frame of every page. Menus are `<details>`; the key closes them when the page changes under a script. */
export function Shell(props: ShellProps) {
  const {
    user,
    locale,
    path,
    flash,
    banners = [],
    breadcrumbs = [],
    counts,
    nav,
    navigation,
    home = '/',
  } = props
  // The page of the search has a box of its own.
  const searching = user !== null && !/^\/cerca(?!\w)/.test(path)
  return (
    <div className={classNames('shell', `shell--${navigation}`)}>
      <div className="skiplinks">
        <a className="visually-hidden-focusable" href="#contenuto">
          {m.ui_skip_to_content()}
        </a>
      </div>
      <header className="shell-header">
        <div className="shell-bar">
          <Link className="brand" to={home}>
            <Mark />
            <span>Passaparola</span>
          </Link>
          {navigation === 'top' ? (
            <nav className="shell-topnav" aria-label={m.ui_nav_main()}>
              <NavList items={nav} path={path} counts={counts} />
            </nav>
          ) : null}
          {searching ? (
            <div className="shell-search">
              <SearchBox key={path} />
            </div>
          ) : null}
          <div key={path} className="shell-tools">
            {searching ? (
              <Link className="shell-search-link" to="/cerca">
                <Icon name="search" />
                <span className="visually-hidden">{m.search_open()}</span>
              </Link>
            ) : null}
            <LanguageSwitch locale={locale} to={path} />
            {user ? (
              <UserMenu user={user} />
            ) : (
              <ButtonLink to="/accedi" variant="secondary" size="sm">
                {m.ui_sign_in()}
              </ButtonLink>
            )}
            <details className="menu shell-menu" name="shell-menu">
              <summary>
                <Icon name="menu" />
                <span className="menu-label">{m.ui_menu()}</span>
              </summary>
              <div className="menu-panel">
                <nav aria-label={m.ui_nav_main()}>
                  <NavList items={nav} path={path} counts={counts} icons />
                </nav>
                <hr />
                <LanguageSwitch locale={locale} to={path} />
              </div>
            </details>
          </div>
        </div>
      </header>
      <div className="shell-body">
        {navigation === 'side' ? (
          <nav className="shell-sidenav" aria-label={m.ui_nav_main()}>
            <NavList items={nav} path={path} counts={counts} icons />
          </nav>
        ) : null}
        <div className="shell-page">
          {breadcrumbs.length > 0 ? <Breadcrumbs items={breadcrumbs} /> : null}
          <main id="contenuto" tabIndex={-1}>
            {banners.map((banner) => (
              <Banner key={banner.text} message={banner} />
            ))}
            <div aria-live="polite">
              {flash ? (
                <Flash message={typeof flash === 'string' ? { tone: 'ok', text: flash } : flash} />
              ) : null}
            </div>
            {props.children}
          </main>
        </div>
      </div>
      {props.logUnder ? <StaffKeys home={props.logUnder} /> : null}
      <ShellFooter />
    </div>
  )
}
