// ruleid: all-resources-fail "'loud' is not called quiet."
resource loud 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'loud'
}

// ok: all-resources-fail
resource quiet 'Microsoft.Search/searchServices@2025-05-01' = {
  name: 'quiet'
}
