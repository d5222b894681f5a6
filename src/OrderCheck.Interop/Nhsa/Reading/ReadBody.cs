namespace OrderCheck.Interop.Nhsa.Reading;

/// <summary>A 3101 or 3102 as it was read.</summary>
internal sealed class ReadBody
{
    public NhsaEnvelope Envelope { get; set; } = new("", "", "", "", "");

    public DateTimeOffset? AskedAt { get; set; }

    public string? TaskId { get; set; }

    public List<string> Scenarios { get; } = [];

    /// <summary>Where they stand, for whoever refuses one.</summary>
    public string ScenarioPath { get; set; } = "input.data.trig_scen";

    public List<ReadPatient> Patients { get; } = [];

    /// <summary>Visits that stand beside the patients.</summary>
    public List<ReadVisit> Visits { get; } = [];

    /// <summary>Collections that stand beside the patients.</summary>
    public Children Beside { get; } = new();
}
