import { useEffect, useState } from 'react'
import { Button } from '#app/ui/Button.tsx'
import { useVisitFrame } from '#app/ui/visit/visit-frame.ts'

/** The browser's voice for a language; another one would make noise of it. */
const voiceFor = (language: string): SpeechSynthesisVoice | undefined =>
  window.speechSynthesis.getVoices().find(({ lang }) => lang.toLowerCase().startsWith(language))

/** Reads a text aloud with the browser's own voice; there is no button where it has none for her language. */
export function Listen({ text }: { text: string }) {
  const { texts, written } = useVisitFrame()
  const [able, setAble] = useState(false)
  const [speaking, setSpeaking] = useState(false)
  useEffect(() => {
    if (!('speechSynthesis' in window)) return
    const look = () => setAble(voiceFor(written.language) !== undefined)
    look()
    // Some browsers learn of their voices after the page is there.
    window.speechSynthesis.addEventListener('voiceschanged', look)
    return () => {
      window.speechSynthesis.removeEventListener('voiceschanged', look)
      window.speechSynthesis.cancel()
    }
  }, [written.language])
  if (!able) return null
  const press = () => {
    window.speechSynthesis.cancel()
    setSpeaking(!speaking)
    if (speaking) return
    const utterance = new SpeechSynthesisUtterance(text)
    const voice = voiceFor(written.language)
    if (voice) utterance.voice = voice
    utterance.lang = voice?.lang ?? written.language
    utterance.rate = 0.9
    utterance.onend = () => setSpeaking(false)
    window.speechSynthesis.speak(utterance)
  }
  return (
    <Button type="button" variant="secondary" size="sm" aria-pressed={speaking} onClick={press}>
      {speaking ? texts.listen_stop : texts.listen}
    </Button>
  )
}
