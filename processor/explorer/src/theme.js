// Light, dark, or as the system has it. A page from a file may have no storage: then the choice lasts as long as the page.
import {el} from "./dom.js";

const THEMES = ["system", "light", "dark"];
const KEY = "asyncfn-theme";

function stored() {
    try {
        const theme = localStorage.getItem(KEY);
        return THEMES.includes(theme) ? theme : "system";
    } catch {
        return "system";
    }
}

function store(theme) {
    try {
        localStorage.setItem(KEY, theme);
    } catch {
        document.documentElement.dataset.unstored = "true";
    }
}

export function themeSwitch() {
    const radios = THEMES.map(theme =>
        el(
            "label",
            {},
            el("input", {type: "radio", name: "theme", value: theme, checked: theme === stored(), change: () => set(theme)}),
            el("span", {}, theme),
        ),
    );
    set(stored());
    return el("fieldset", {class: "theme"}, el("legend", {}, "Colours"), ...radios);
}

function set(theme) {
    document.documentElement.dataset.theme = theme;
    store(theme);
}
