namespace OrchardCore.Infrastructure;

/// <summary>The outcome of something that may be refused.</summary>
public class Result
{
    private static readonly Result Succeeding = new([]) { Succeeded = true };

    private readonly ResultError[] _errors;

    private Result(ResultError[] errors) => _errors = errors;

    public bool Succeeded { get; private init; }

    public IEnumerable<ResultError> Errors => _errors;

    public static Result Success() => Succeeding;

    public static Result Failed(params ResultError[] errors) => new(errors ?? []);
}
