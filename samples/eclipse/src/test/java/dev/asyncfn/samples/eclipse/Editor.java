package dev.asyncfn.samples.eclipse;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.IWorkspaceDescription;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.Path;
import org.eclipse.jdt.apt.core.util.AptConfig;
import org.eclipse.jdt.apt.core.util.IFactoryPath;
import org.eclipse.jdt.core.IClasspathEntry;
import org.eclipse.jdt.core.IJavaProject;
import org.eclipse.jdt.core.JavaCore;

/** What a person does in the editor, to one project. It runs inside of Eclipse's platform, so that only types of the JDK lead to it. */
public final class Editor {
    private static final IProgressMonitor NOBODY = new NullProgressMonitor();

    private final IWorkspace workspace = ResourcesPlugin.getWorkspace();
    private final IProject project = workspace.getRoot().getProject("users");

    /**
     * Makes the project, with annotation processing.
     *
     * @param processor the jar of the processor
     * @param libraries the jars on the class path
     */
    public void create(String processor, List<String> libraries) throws CoreException {
        IWorkspaceDescription manual = workspace.getDescription();
        manual.setAutoBuilding(false);
        workspace.setDescription(manual);
        project.create(NOBODY);
        project.open(NOBODY);
        IProjectDescription description = project.getDescription();
        description.setNatureIds(new String[] {JavaCore.NATURE_ID});
        project.setDescription(description, NOBODY);
        IFolder sources = project.getFolder("src");
        sources.create(true, true, NOBODY);
        List<IClasspathEntry> path = new ArrayList<>();
        path.add(JavaCore.newSourceEntry(sources.getFullPath()));
        path.add(JavaCore.newLibraryEntry(new Path(System.getProperty("java.home") + "/lib/jrt-fs.jar"), null, null));
        libraries.forEach(library -> path.add(JavaCore.newLibraryEntry(new Path(library), null, null)));
        IJavaProject java = JavaCore.create(project);
        java.setRawClasspath(
                path.toArray(new IClasspathEntry[0]), project.getFolder("bin").getFullPath(), NOBODY);
        List.of(JavaCore.COMPILER_SOURCE, JavaCore.COMPILER_COMPLIANCE, JavaCore.COMPILER_CODEGEN_TARGET_PLATFORM)
                .forEach(option -> java.setOption(option, "17"));
        AptConfig.setEnabled(java, true);
        IFactoryPath processors = AptConfig.getDefaultFactoryPath(java);
        processors.addExternalJar(new java.io.File(processor));
        AptConfig.setFactoryPath(java, processors);
    }

    /** Writes a file below the folder of sources, a new one or another text of one that is there. */
    public void write(String path, String text) throws CoreException {
        IFile file = project.getFolder("src").getFile(new Path(path));
        makeFolder(file.getParent());
        InputStream content = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        if (file.exists()) {
            file.setContents(content, true, false, NOBODY);
        } else {
            file.create(content, true, NOBODY);
        }
    }

    private static void makeFolder(IContainer folder) throws CoreException {
        if (!folder.exists()) {
            makeFolder(folder.getParent());
            ((IFolder) folder).create(true, true, NOBODY);
        }
    }

    /** Builds what has changed, and returns the errors and warnings, each with its file and line. */
    public List<String> build() throws CoreException {
        workspace.build(IncrementalProjectBuilder.INCREMENTAL_BUILD, NOBODY);
        List<String> problems = new ArrayList<>();
        for (IMarker marker : project.findMarkers(IMarker.PROBLEM, true, IResource.DEPTH_INFINITE)) {
            String kind = marker.getAttribute(IMarker.SEVERITY, 0) == IMarker.SEVERITY_ERROR ? "error" : "warning";
            problems.add(kind + " " + marker.getResource().getName() + ":" + marker.getAttribute(IMarker.LINE_NUMBER)
                    + ": " + marker.getAttribute(IMarker.MESSAGE));
        }
        return problems;
    }

    /** Where the class files are. */
    public String classes() {
        return project.getFolder("bin").getLocation().toOSString();
    }
}
