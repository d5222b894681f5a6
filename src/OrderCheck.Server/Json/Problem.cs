using System.Text.Json.Serialization;

namespace OrderCheck.Server.Json;

/// <summary>What a JSON caller gets instead of an answer: RFC 9457 problem details, with what gRPC says in google.rpc.Status.</summary>
internal sealed record Problem
{
    public const string ContentType = "application/problem+json";

    /// <summary>A stable name of the kind of problem: "urn:ordercheck:problem:" and the <see cref="Reason"/>.</summary>
    public string Type => "urn:ordercheck:problem:" + Reason;

    /// <summary>The kind of problem in a few English words, the same for every problem of one <see cref="Code"/>.</summary>
    public required string Title { get; init; }

    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>This problem, in English; bad form as "field: value and what is allowed".</summary>
    public required string Detail { get; init; }

    /// <summary>gRPC's name of the failure: INVALID_ARGUMENT, NOT_FOUND ….</summary>
    public required string Code { get; init; }

    /// <summary>Stable within the <see cref="Domain"/>, for programs: bad_form, unknown_encounter, store_down ….</summary>
    public required string Reason { get; init; }

    /// <summary>Who gives the reason.</summary>
    public required string Domain { get; init; }

    /// <summary>Further texts for programs, such as the id that was used twice; null if none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    /// <summary>Every field that is not well-formed; null if the problem is none of form.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Violation>? Violations { get; init; }
}
