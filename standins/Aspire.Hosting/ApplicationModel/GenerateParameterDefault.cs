namespace Aspire.Hosting.ApplicationModel;

/// <summary>How a parameter gets its value when nobody gave it one.</summary>
public abstract class ParameterDefault
{
    public abstract string GetDefaultValue();
}

/// <summary>A password-like value of this length and these kinds of characters.</summary>
public sealed class GenerateParameterDefault : ParameterDefault
{
    public int MinLength { get; set; }

    public bool Special { get; set; } = true;

    /// <exception cref="NotSupportedException">Always: a made value must be kept, and the stand-in has nowhere to keep it.</exception>
    public override string GetDefaultValue() => throw StandIn.DoesNotCover("making and keeping a value");
}
