namespace Chat.Core.Redis;

/// <summary>A Lua script that lives as a <c>.lua</c> file beside the class that runs it.</summary>
public sealed class RedisScript
{
    private RedisScript(string text) => Text = text;

    /// <summary>The source. StackExchange.Redis sends it once and its SHA1 from then on.</summary>
    public string Text { get; }

    /// <summary>Reads <c>{name}.lua</c>, embedded from the folder of <typeparamref name="TOwner"/>.</summary>
    /// <exception cref="InvalidOperationException">There is no such file: a bug in the build.</exception>
    public static RedisScript Embedded<TOwner>(string name)
    {
        var resource = $"{typeof(TOwner).Namespace}.{name}.lua";
        using var stream = typeof(TOwner).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The script {resource} is not embedded.");
        using var reader = new StreamReader(stream);
        return new RedisScript(reader.ReadToEnd());
    }
}
