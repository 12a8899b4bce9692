// Makes elements. Text is never read as markup.

/** An HTML element; a property that is a function is a listener, all others are attributes. */
export function el(tag, properties = {}, ...children) {
    return fill(document.createElement(tag), properties, children);
}

/** The same in SVG. */
export function svg(tag, properties = {}, ...children) {
    return fill(document.createElementNS("http://www.w3.org/2000/svg", tag), properties, children);
}

function fill(element, properties, children) {
    for (const [name, value] of Object.entries(properties)) {
        if (typeof value === "function") {
            element.addEventListener(name, value);
        } else if (value === true) {
            element.setAttribute(name, "");
        } else if (value !== false && value !== undefined && value !== null) {
            element.setAttribute(name, value);
        }
    }
    element.append(...children.filter(child => child !== null && child !== undefined));
    return element;
}

/** Puts a class on some elements and takes it from all others below a root. */
export function mark(root, name, elements) {
    const wanted = new Set(elements);
    root.querySelectorAll(`.${name}`).forEach(e => wanted.has(e) || e.classList.remove(name));
    wanted.forEach(e => e?.classList.add(name));
}

/** Scrolls an element into the middle of its scrolling ancestor, and nothing around that. */
export function reveal(element, scroller) {
    if (!element) {
        return;
    }
    const box = element.getBoundingClientRect();
    const view = scroller.getBoundingClientRect();
    const heading = scroller.querySelector("h2")?.offsetHeight ?? 0;
    if (box.top < view.top + heading || box.bottom > view.bottom) {
        scroller.scrollTop += box.top - view.top - (view.height - box.height) / 2;
    }
    if (box.width < view.width && (box.left < view.left || box.right > view.right)) {
        scroller.scrollLeft += box.left - view.left - (view.width - box.width) / 2;
    }
}
