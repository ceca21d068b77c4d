// Keeps the goals that a measure can be linked to in step with the goals that are typed above. Without script the page shows
// the goals as they were when it was made.

document.addEventListener('livc:rows', (event) => update(event.target.closest('form')))
document.addEventListener('change', (event) => {
  if (event.target.name?.startsWith('goals[')) {
    update(event.target.closest('form'))
  }
})

function update(form) {
  const goals = [...(form?.querySelectorAll('input[data-goal-id]') ?? [])].filter((id) => id.value)
  form?.querySelectorAll('[data-goal-options] select').forEach((select) => {
    const chosen = select.value
    const none = [...select.options].filter((option) => !option.value)
    const options = goals.map((id, index) => {
      const text = id.closest('[data-repeat-row]').querySelector('input[name$=".goal"]')?.value.trim()
      return new Option(text ? `${index + 1}. ${text}` : `${index + 1}`, id.value)
    })
    select.replaceChildren(...none, ...options)
    select.value = options.some((option) => option.value === chosen) ? chosen : ''
  })
}
