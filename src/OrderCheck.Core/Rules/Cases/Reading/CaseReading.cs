using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Rules.Reading;

namespace OrderCheck.Core.Rules.Cases.Reading;

/// <summary>What reading a case file needs at hand.</summary>
internal sealed class CaseReading(JsonText text, CaseNames names, List<Fault> faults)
{
    /// <summary>1 June 2026 is a Monday.</summary>
    private static readonly DateOnly UsualFirstDay = new(2026, 6, 1);

    public JsonText Text { get; } = text;
    public CaseNames Names { get; } = names;
    public List<Fault> Faults { get; } = faults;

    /// <summary>The case's own, once its rows were read.</summary>
    public Release Release { get; set; } = null!;
    public HospitalDictionary Dictionary { get; set; } = null!;

    /// <summary>第1天.</summary>
    public DateOnly FirstDay { get; set; } = UsualFirstDay;

    public TimeZoneInfo Zone => Dictionary.Hospital.TimeZone;

    public void Fault(JsonValue at, string message) => Faults.Add(Text.FaultAt(at.At, message));
}
