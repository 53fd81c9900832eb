/**
 * Enter presses a form's first button, which would else be one of a list, a search or a grid. The first thing inside its
 * form; nobody sees it or comes to it.
 */
export function EnterButton({ name }: { name: string }) {
  return (
    <button
      type="submit"
      name={name}
      value="enter"
      className="visually-hidden"
      tabIndex={-1}
      aria-hidden="true"
    />
  )
}
