// Signs in with a passkey, and makes one: asks the server what is to be signed, lets the person's device do it, and sends what it
// answers as the plain form it stands in. Without this, or in a browser that cannot, the button does not show.

const CAN = {
  use: () => window.PublicKeyCredential?.parseRequestOptionsFromJSON,
  make: () => window.PublicKeyCredential?.parseCreationOptionsFromJSON
}

const DEVICE = {
  use: (question) =>
    navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(question) }),
  make: (question) =>
    navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(question) })
}

async function answer(form) {
  const asked = await fetch(form.dataset.question, { headers: { Accept: 'application/json' }, redirect: 'error' })
  if (!asked.ok) {
    throw new Error(`the question was refused: ${asked.status}`)
  }
  const credential = await DEVICE[form.dataset.passkey](await asked.json())
  return JSON.stringify(credential.toJSON())
}

// A device that holds a passkey of this person already makes no second one, and says so.
function why(form, error) {
  return error.name === 'InvalidStateError' && form.dataset.known ? form.dataset.known : form.dataset.failed
}

for (const form of document.querySelectorAll('form[data-passkey]')) {
  if (!CAN[form.dataset.passkey]()) {
    continue
  }
  const button = form.querySelector('button')
  const message = form.querySelector('[data-message]')
  form.hidden = false
  button.hidden = false
  form.querySelector('[data-without]')?.remove()
  button.addEventListener('click', async () => {
    message.textContent = ''
    button.disabled = true
    try {
      form.elements.namedItem('answer').value = await answer(form)
      form.submit()
    } catch (error) {
      message.textContent = why(form, error)
      button.disabled = false
      button.focus()
    }
  })
}
