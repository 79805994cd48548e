namespace Chat.Core.Accounts;

/// <summary>Hashes passwords. The API implements it with ASP.NET Core Identity's hasher, which Core cannot reference.</summary>
public interface IPasswordHashing
{
    /// <summary>The hash with its salt and parameters, as one string.</summary>
    string Hash(string password);

    /// <summary>Compares in constant time.</summary>
    PasswordVerdict Verify(string hash, string password);
}

/// <summary>What a comparison of a password with its hash found.</summary>
public enum PasswordVerdict
{
    /// <summary>It is another password.</summary>
    Wrong,

    /// <summary>It is right.</summary>
    Right,

    /// <summary>It is right, and the hash was made with weaker parameters than those of today: store a new one.</summary>
    RightButOld,
}
