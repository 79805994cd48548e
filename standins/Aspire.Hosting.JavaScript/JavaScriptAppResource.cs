using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.JavaScript;

public class JavaScriptAppResource(string name, string command, string workingDirectory)
    : ExecutableResource(name, command, workingDirectory), IResourceWithServiceDiscovery, IResourceWithContainerFiles;

public class ViteAppResource(string name, string command, string workingDirectory) : JavaScriptAppResource(name, command, workingDirectory);

/// <summary>Installs a client's packages before it starts.</summary>
public class JavaScriptInstallerResource(string name, string workingDirectory) : ExecutableResource(name, "npm", workingDirectory);
