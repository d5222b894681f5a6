using System.Text.Json;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Rules.Reading;

namespace OrderCheck.Core.Rules.Cases.Reading;

/// <summary>What happened to the stay: transfers, leaves, insurance, discharge, settlement, budget, births.</summary>
internal static class StayEvents
{
    public static readonly IReadOnlyDictionary<string, ClinicalEvents.Reader> Readers = new Dictionary<string, ClinicalEvents.Reader>
    {
        ["撤销入院"] = static (value, at, reading) => new AdmissionCancelled(Reason(value, reading)) { Id = at.Id, Revision = at.Revision, OccurredAt = at.At },
        ["更正"] = static (value, at, reading) => CaseObject.Open(value, "'更正'", [], StayReader.Members, reading) is { } stay
            ? new StayUpdated(StayReader.Read(stay, reading)) { Id = at.Id, Revision = at.Revision, OccurredAt = at.At }
            : null,
        ["转科"] = Transfer,
        ["换床"] = static (value, at, reading) => CaseObject.Open(value, "'换床'", [], ["病区", "床位"], reading) is { } bed
            ? new BedChanged(bed.Text("病区"), bed.Text("床位")) { Id = at.Id, Revision = at.Revision, OccurredAt = at.At }
            : null,
        ["请假"] = static (value, at, reading) => new LeaveStarted(Reason(value, reading)) { Id = at.Id, Revision = at.Revision, OccurredAt = at.At },
        ["销假"] = static (value, at, reading) => Reason(value, reading) is var _ ? new LeaveEnded { Id = at.Id, Revision = at.Revision, OccurredAt = at.At } : null,
        ["变更险种"] = Insurance,
        ["出院"] = static (value, at, reading) => new Discharged(Reason(value, reading)) { Id = at.Id, Revision = at.Revision, OccurredAt = at.At },
        ["召回"] = static (value, at, reading) => new DischargeCancelled(Reason(value, reading)) { Id = at.Id, Revision = at.Revision, OccurredAt = at.At },
        ["结算"] = static (value, at, reading) => Reason(value, reading) is { } id ? new Settled(id) { Id = at.Id, Revision = at.Revision, OccurredAt = at.At } : null,
        ["撤销结算"] = static (value, at, reading) =>
            Reason(value, reading) is { } id ? new SettlementCancelled(id) { Id = at.Id, Revision = at.Revision, OccurredAt = at.At } : null,
        ["合并"] = static (value, at, reading) => CaseObject.Open(value, "'合并'", [], ["就诊号", "患者号"], reading) is { } merged
            ? new Merged(merged.Text("就诊号"), merged.Text("患者号")) { Id = at.Id, Revision = at.Revision, OccurredAt = at.At }
            : null,
        ["预算"] = Budget,
        ["分娩"] = Birth,
        ["入径"] = EnterPathway,
        ["出径"] = LeavePathway,
    };

    private static Transferred? Transfer(JsonValue value, EventAt at, CaseReading reading)
    {
        if (value.Kind == JsonTokenType.String && value.Text.Length > 0)
            return new(value.Text, null, null, null) { Id = at.Id, Revision = at.Revision, OccurredAt = at.At };
        return CaseObject.Open(value, "'转科'", ["科室"], ["病区", "床位", "主管医师"], reading) is { } to && to.Text("科室") is { } department
            ? new(department, to.Text("病区"), to.Text("床位"), to.Text("主管医师")) { Id = at.Id, Revision = at.Revision, OccurredAt = at.At }
            : null;
    }

    private static InsuranceChanged? Insurance(JsonValue value, EventAt at, CaseReading reading)
    {
        if (value.Kind == JsonTokenType.String)
        {
            if (reading.Names.Insurance(value.Text, out var refusal) is { } named)
                return new(named, at.At) { Id = at.Id, Revision = at.Revision, OccurredAt = at.At };
            reading.Fault(value, refusal!);
            return null;
        }
        return CaseObject.Open(value, "'变更险种'", ["险种"], ["生效"], reading) is { } changed && changed.Insurance("险种") is { } code
            ? new(code, changed.Time("生效", TimeOnly.MinValue) ?? at.At) { Id = at.Id, Revision = at.Revision, OccurredAt = at.At }
            : null;
    }

    private static BudgetGiven? Budget(JsonValue value, EventAt at, CaseReading reading) =>
        CaseObject.Open(value, "'预算'", ["病组", "支付标准", "标准成本"], ["名称"], reading) is { } budget
        && budget.Text("病组") is { } group && budget.Yuan("支付标准") is { } standard && budget.Yuan("标准成本") is { } cost
            ? new(group, budget.Text("名称") ?? group, standard, cost, "病例") { Id = at.Id, Revision = at.Revision, OccurredAt = at.At }
            : null;

    private static PathwayEntered? EnterPathway(JsonValue value, EventAt at, CaseReading reading) =>
        Reason(value, reading) is { } pathway ? new(pathway, null) { Id = at.Id, Revision = at.Revision, OccurredAt = at.At } : null;

    /// <summary>The pathway, left without a reason, or an object.</summary>
    private static PathwayLeft? LeavePathway(JsonValue value, EventAt at, CaseReading reading)
    {
        if (value.Kind == JsonTokenType.String && value.Text.Length > 0)
            return new(value.Text, false, null) { Id = at.Id, Revision = at.Revision, OccurredAt = at.At };
        return CaseObject.Open(value, "'出径'", ["路径"], ["完成", "原因"], reading) is { } left && left.Text("路径") is { } pathway
            ? new(pathway, left.Is("完成"), left.Text("原因")) { Id = at.Id, Revision = at.Revision, OccurredAt = at.At }
            : null;
    }

    private static BirthRecorded? Birth(JsonValue value, EventAt at, CaseReading reading)
    {
        if (CaseObject.Open(value, "'分娩'", ["新生儿"], ["性别", "体重"], reading) is not { } birth || birth.Text("新生儿") is not { } number)
            return null;
        var grams = birth.Find("体重") is { } weight ? ClinicalEvents.Grams(weight, reading) : null;
        return new(number, birth.Word("性别", CaseWords.Sexes) ?? Sex.Unknown, grams) { Id = at.Id, Revision = at.Revision, OccurredAt = at.At };
    }

    /// <summary>A text, or true where there is nothing to say.</summary>
    private static string? Reason(JsonValue value, CaseReading reading)
    {
        if (value.Kind == JsonTokenType.String && value.Text.Length > 0)
            return value.Text;
        if (value.Kind != JsonTokenType.True)
            reading.Fault(value, "A text in quotes must be here, or true.");
        return null;
    }
}
