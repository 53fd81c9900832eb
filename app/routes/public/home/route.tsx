import { m } from '#app/locales/generated/messages.js'

export default function Home() {
  return (
    <main id="contenuto" className="container py-5">
      <h1>{m.shell_product()}</h1>
      <p>{m.shell_tagline()}</p>
    </main>
  )
}
