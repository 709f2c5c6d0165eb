export async function checkWorld(): Promise<boolean> {
  return true;
}
