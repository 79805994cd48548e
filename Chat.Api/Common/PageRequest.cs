using Chat.Core.Limits;
using FastEndpoints;
using FluentValidation;
using Microsoft.Extensions.Options;

namespace Chat.Api.Common;

/// <summary>Which part of a list.</summary>
/// <param name="Cursor">The <c>next</c> of the part before; absent for the first part.</param>
/// <param name="Limit">Items at most: 1 to the page limit.</param>
internal sealed record PageRequest([property: QueryParam] Guid? Cursor = null, [property: QueryParam] int Limit = PageRequest.DefaultLimit)
{
    public const int DefaultLimit = 50;

    internal sealed class Rules : Validator<PageRequest>
    {
        public Rules(IOptions<LimitOptions> limits) => RuleFor(request => request.Limit).PageLimit(limits);
    }
}

/// <summary>Rules that several requests share.</summary>
internal static class PageValidation
{
    public static void PageLimit<T>(this IRuleBuilder<T, int> rule, IOptions<LimitOptions> limits) =>
        rule.InclusiveBetween(1, limits.Value.PageSize).WithMessage($"1 to {limits.Value.PageSize}.");
}
