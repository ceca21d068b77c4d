// Draws the process of a case from its BPMN and marks where it is; loaded by the page that shows it and by no other.

import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer'

document.querySelectorAll('[data-process-diagram]').forEach(draw)

async function draw(container) {
  const figure = container.closest('figure')
  const viewer = new NavigatedViewer({ container })
  try {
    const answer = await fetch(container.dataset.xml, { redirect: 'error' })
    if (!answer.ok) {
      throw new Error(`The process could not be read: ${answer.status}`)
    }
    await viewer.importXML(await answer.text())
  } catch {
    container.hidden = true
    figure.querySelector('[data-process-failed]').hidden = false
    return
  }
  const canvas = viewer.get('canvas')
  const elements = viewer.get('elementRegistry')
  for (const state of ['completed', 'active']) {
    ids(container.dataset[state]).filter((id) => elements.get(id)).forEach((id) => canvas.addMarker(id, `livc-${state}`))
  }
  showAll(canvas)
  figure.addEventListener('click', (event) => {
    const zoom = event.target.closest('[data-zoom]')?.dataset.zoom
    if (zoom === 'fit') {
      showAll(canvas)
    } else if (zoom) {
      viewer.get('zoomScroll').stepZoom(zoom === 'in' ? 1 : -1)
    }
  })
}

/** The whole process, with some air around it. */
function showAll(canvas) {
  canvas.zoom('fit-viewport', 'auto')
  canvas.zoom(canvas.zoom() * 0.94, 'auto')
}

function ids(list) {
  return (list ?? '').split(',').filter(Boolean)
}
