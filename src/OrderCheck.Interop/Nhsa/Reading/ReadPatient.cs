using OrderCheck.Core.Encounters;

namespace OrderCheck.Interop.Nhsa.Reading;

/// <summary>A patient as it was read.</summary>
internal sealed class ReadPatient
{
    /// <summary>Of the patient in the body.</summary>
    public required string Path { get; init; }

    public string? Id { get; init; }

    public string? Name { get; init; }

    public Sex? Sex { get; init; }

    public DateTimeOffset? BirthTime { get; init; }

    public string? CurrentVisit { get; init; }

    public List<ReadVisit> Visits { get; } = [];

    /// <summary>Collections that stand beside the visits.</summary>
    public Children Beside { get; } = new();
}
