using System.Diagnostics.CodeAnalysis;

namespace Chat.Core.Common;

/// <summary>The outcome of something that can fail in an expected way: a value, or an <see cref="Common.Error"/>.</summary>
/// <typeparam name="T">The value on success.</typeparam>
public readonly record struct Result<T>
{
    private Result(T? value, Error? error)
    {
        Value = value;
        Error = error;
    }

    /// <summary>The value; meaningful only when <see cref="Succeeded"/>.</summary>
    public T? Value { get; }

    /// <summary>The failure; null when it succeeded.</summary>
    public Error? Error { get; }

    /// <summary>Whether there is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool Succeeded => Error is null;

    /// <summary>Success with <paramref name="value"/>.</summary>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>Failure with <paramref name="error"/>.</summary>
    public static implicit operator Result<T>(Error error) => new(default, error);
}

/// <summary>The value of a <see cref="Result{T}"/> that succeeded and has nothing to tell.</summary>
public readonly record struct Done
{
    /// <summary>The only value.</summary>
    public static readonly Done Value;
}
