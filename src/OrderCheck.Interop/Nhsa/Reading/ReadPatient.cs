using OrderCheck.Core.Encounters;

namespace OrderCheck.Interop.Nhsa.Reading;

/// <summary>A patient as it was read.</summary>
internal sealed class ReadPatient
{
    /// <summary>Of the patient in the body.</summary>
    public required string Path { get; init; }

    public string? Id { get; set; }

    public string? Name { get; set; }

    public Sex? Sex { get; set; }

    public DateTimeOffset? BirthTime { get; set; }

    public string? CurrentVisit { get; set; }

    public List<ReadVisit> Visits { get; } = [];

    /// <summary>Collections that stand beside the visits.</summary>
    public Children Beside { get; } = new();
}
