using FluentValidation;

namespace FastEndpoints.Tests.Sample;

public sealed record NewThing(string Name, int Size, Inner? Inner);

public sealed record Inner(string Text);

public sealed class NewThingValidator : Validator<NewThing>
{
    public NewThingValidator()
    {
        RuleFor(t => t.Name).NotEmpty().WithMessage("is needed").WithErrorCode("E1");
        RuleFor(t => t.Size).InclusiveBetween(1, 10).WithMessage("is out of range");
        RuleFor(t => t.Inner!.Text).NotEmpty().WithMessage("is empty").When(t => t.Inner is not null);
    }
}

public sealed class CreateThing : Endpoint<NewThing, Thing>
{
    public override void Configure()
    {
        Post("things");
        AllowAnonymous();
    }

    public override async Task HandleAsync(NewThing req, CancellationToken ct)
    {
        if (req.Name == "taken")
            ThrowError(r => r.Name, "is taken", 409);
        if (req.Name == "context")
            ValidationContext<NewThing>.Instance.ThrowError(r => r.Size, "from elsewhere", 422);
        await Send.CreatedAtAsync<GetThing>(new { name = req.Name }, new(req.Name), cancellation: ct);
    }
}

public sealed record Tolerated(string Name);

public sealed class ToleratedValidator : Validator<Tolerated>
{
    public ToleratedValidator() => RuleFor(t => t.Name).NotEmpty();
}

public sealed class Tolerate : Endpoint<Tolerated>
{
    public override void Configure()
    {
        Post("tolerated");
        AllowAnonymous();
        DontThrowIfValidationFails();
    }

    public override Task HandleAsync(Tolerated req, CancellationToken ct) => Send.StringAsync($"{ValidationFailed} {ValidationFailures.Count}", cancellation: ct);
}
