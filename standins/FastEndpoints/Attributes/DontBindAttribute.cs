namespace FastEndpoints;

[Flags]
public enum Source
{
    FormField = 1 << 0,
    RouteParam = 1 << 1,
    QueryParam = 1 << 2,
    All = FormField | RouteParam | QueryParam,
}

public abstract class NonJsonBindingAttribute : Attribute;

[AttributeUsage(AttributeTargets.Property)]
public class DontBindAttribute(Source sources) : NonJsonBindingAttribute
{
    public Source BindingSources { get; set; } = sources;

    public bool IsRequired { get; set; }
}

[AttributeUsage(AttributeTargets.Property)]
public sealed class RouteParamAttribute() : DontBindAttribute(Source.QueryParam | Source.FormField);

[AttributeUsage(AttributeTargets.Property)]
public class QueryParamAttribute() : DontBindAttribute(Source.RouteParam | Source.FormField);
