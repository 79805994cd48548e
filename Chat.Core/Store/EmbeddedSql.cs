namespace Chat.Core.Store;

/// <summary>Statements that live as <c>.sql</c> files beside the class that runs them.</summary>
internal static class EmbeddedSql
{
    /// <summary>Reads <c>{name}.sql</c> from the folder of <typeparamref name="TOwner"/>.</summary>
    /// <exception cref="InvalidOperationException">There is no such file: a bug in the build.</exception>
    public static string Read<TOwner>(string name)
    {
        var resource = $"{typeof(TOwner).Namespace}.{name}.sql";
        using var stream = typeof(TOwner).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The statement {resource} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
