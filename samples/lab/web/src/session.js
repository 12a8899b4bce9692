// What is in the editor, for as long as the tab is there: a reload does not lose it. Each link that was opened has its own.
const key = () => `asyncfn-lab${location.hash}`;

/** @param typed {text, foreign}: whether the program came with a link, and was not run yet */
export function keep(typed) {
    try {
        sessionStorage.setItem(key(), JSON.stringify(typed));
    } catch {
        forget(); // too large: better nothing than an older text
    }
}

/** What was kept, or null. */
export function kept() {
    try {
        return JSON.parse(sessionStorage.getItem(key()));
    } catch {
        return null;
    }
}

export function forget() {
    try {
        sessionStorage.removeItem(key());
    } catch {
        return; // no storage: nothing was kept
    }
}
