/** Leaked everywhere. */
const leaked = `
  password passw passwd parola chiave segreta secret admin administrator root login welcome benvenuto
  benvenuta hello ciao salve letmein changeme cambiami default utente user guest ospite test prova demo temp
  temporanea iloveyou tiamo amore amoremio tesoro stella stellina angelo principessa princess sunshine
  dragon monkey master shadow superman batman pokemon football baseball soccer computer internet google
  facebook instagram windows office samsung iphone apple juventus juve torino toro milan inter napoli roma
  lazio ferrari calcio forza summer winter spring autumn estate inverno primavera autunno natale pasqua
  gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre lunedi
  martedi mercoledi giovedi venerdi sabato domenica`

/** Given names that head the lists. */
const givenNames = `
  andrea alessandro alessandra alessia alice anna antonio antonella chiara claudia claudio davide elena
  elisa eleonora fabio federica federico francesca francesco gabriele giorgia giorgio giovanna giovanni
  giulia giulio giuseppe ilaria laura lorenzo luca lucia luigi marco maria mario martina massimo matteo
  michela michele nicola nicole paola paolo pietro raffaele riccardo roberta roberto salvatore sara serena
  silvia simone sofia stefania stefano tommaso valentina valeria vincenzo michael jennifer jessica daniel
  charlie thomas jordan ashley`

/** The network, its work and its territory. */
const network = `
  passaparola rete lavoro lavori azienda aziende impresa imprese ente enti operatore operatrice casemanager
  manager coordinatore coordinatrice coordinamento ufficio inserimento inserimenti tirocinio tirocini stage
  opportunita proposta accoglienza migliora fairjob discorsi rifugiati rifugiato migranti migrante
  integrazione progetto piemonte italia cuneo asti alessandria novara vercelli biella verbania ivrea`

/**
 * Words that common passwords are made of, in small letters: of the lists of leaked passwords, of Italian ones, and of
 * this network and its territory. A password that is nothing but such words, digits and signs is refused.
 */
export const commonWords: readonly string[] = [leaked, givenNames, network].flatMap((words) =>
  words.trim().split(/\s+/),
)

/** Rows of the keyboard, the alphabet and the digits: runs along them are no secret. */
export const runs: readonly string[] = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  'qazwsxedcrfvtgbyhnujm',
  '1q2w3e4r5t6y7u8i9o0p',
]
