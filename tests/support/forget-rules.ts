import postgres from 'postgres'

/** Takes every change of a rule away, as nobody in the product can: versions are only ever added. */
export async function forgetRules({ ownerUrl }: { ownerUrl: string }): Promise<void> {
  const owner = postgres(ownerUrl, { max: 1 })
  await owner`truncate rule_versions`
  await owner.end()
}
