package dev.asyncfn.samples.site;

import java.util.Set;
import java.util.TreeSet;

/** Turns the links of the project's pages into those of the site, and remembers which files of the project are linked. */
final class Links {
    private final Project project;
    private final Set<String> linked = new TreeSet<>();

    Links(Project project) {
        this.project = project;
    }

    /**
     * The address in the site.
     *
     * @param link of a page of the project
     * @param file that page
     * @param address the page of the site on which the link will stand
     */
    String of(String link, String file, String address) {
        if (link.matches("[a-z]+:.*")) {
            return link; // into the world
        }
        int hash = link.indexOf('#');
        String path = hash < 0 ? link : link.substring(0, hash);
        String place = hash < 0 ? "" : link.substring(hash);
        String target = path.isEmpty() ? file : Address.resolved(file, path);
        if (target.equals(Address.DIAGNOSTICS) && !place.isEmpty()) {
            return Address.relative(address, Address.ofDiagnostic(place.substring(1)));
        }
        if (!project.exists(target)) {
            throw new IllegalStateException(file + " has a link to " + link + ", which does not exist");
        }
        linked.add(target);
        return Address.relative(address, Address.of(target, project.isFolder(target))) + place;
    }

    /** Files and folders that are no pages themselves. */
    Set<String> toShow() {
        Set<String> files = new TreeSet<>(linked);
        files.removeIf(file -> file.endsWith(".md"));
        return files;
    }
}
