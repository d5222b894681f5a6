using System.Globalization;
using System.Text.Json;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Rules.Reading;

namespace OrderCheck.Core.Rules.Cases.Reading;

/// <summary>What is known of the patient's body: in 患者 as of the admission, in 此前 as of its time.</summary>
internal static class ClinicalEvents
{
    private const int HeaviestGrams = 700_000;
    private const int TallestMillimetres = 3_000;
    private const int MillimetresOfACentimetre = 10;
    private const int MillimetresOfAMetre = 1_000;

    public delegate EncounterFact? Reader(JsonValue value, EventAt at, CaseReading reading);

    public static readonly IReadOnlyDictionary<string, Reader> Readers = new Dictionary<string, Reader>
    {
        ["诊断"] = Diagnosis,
        ["手术"] = Procedure,
        ["过敏"] = Allergy,
        ["检验"] = Laboratory,
        ["体重"] = Weight,
        ["妊娠"] = Pregnancy,
    };

    /// <summary>"I63.900 脑梗死", or an object.</summary>
    private static DiagnosisRecorded? Diagnosis(JsonValue value, EventAt at, CaseReading reading)
    {
        if (value.Kind == JsonTokenType.String)
            return CodeAndName(value, reading) is var (code, name) ? new(code, name, false, false, false, null) { Id = at.Id, Revision = at.Revision, OccurredAt = at.At } : null;
        return CaseObject.Open(value, "'诊断'", ["编码"], ["名称", "主要", "疑似", "撤销", "新生儿"], reading) is { } diagnosis && diagnosis.Text("编码") is { } own
            ? new(own, diagnosis.Text("名称"), diagnosis.Is("主要"), diagnosis.Is("疑似"), diagnosis.Is("撤销"), diagnosis.Text("新生儿"))
            {
                Id = at.Id,
                Revision = at.Revision,
                OccurredAt = at.At,
            }
            : null;
    }

    private static ProcedureRecorded? Procedure(JsonValue value, EventAt at, CaseReading reading)
    {
        if (value.Kind == JsonTokenType.String)
            return CodeAndName(value, reading) is var (code, name) ? new(code, name, false, null) { Id = at.Id, Revision = at.Revision, OccurredAt = at.At } : null;
        return CaseObject.Open(value, "'手术'", ["编码"], ["名称", "主要", "术者", "计划", "结束", "撤销"], reading) is { } procedure && procedure.Text("编码") is { } own
            ? new(own, procedure.Text("名称"), procedure.Is("主要"), procedure.Text("术者"))
            {
                Id = at.Id,
                Revision = at.Revision,
                OccurredAt = at.At,
                Planned = procedure.Is("计划"),
                EndedAt = procedure.Time("结束"),
                Withdrawn = procedure.Is("撤销"),
            }
            : null;
    }

    /// <summary>"青霉素", or an object.</summary>
    private static AllergyRecorded? Allergy(JsonValue value, EventAt at, CaseReading reading)
    {
        if (value.Kind == JsonTokenType.String && value.Text.Length > 0)
            return new(null, value.Text, false) { Id = at.Id, Revision = at.Revision, OccurredAt = at.At };
        return CaseObject.Open(value, "'过敏'", ["名称"], ["编码", "撤销"], reading) is { } allergy && allergy.Text("名称") is { } name
            ? new(allergy.Text("编码"), name, allergy.Is("撤销")) { Id = at.Id, Revision = at.Revision, OccurredAt = at.At }
            : null;
    }

    private static LaboratoryValueRecorded? Laboratory(JsonValue value, EventAt at, CaseReading reading) =>
        CaseObject.Open(value, "'检验'", ["编码", "结果"], ["名称", "单位"], reading) is { } result
        && result.Text("编码") is { } code && result.Text("结果") is { } found
            ? new(code, result.Text("名称"), found, result.Text("单位")) { Id = at.Id, Revision = at.Revision, OccurredAt = at.At }
            : null;

    /// <summary>"62kg", "3200g", or an object that names a newborn.</summary>
    private static WeightRecorded? Weight(JsonValue value, EventAt at, CaseReading reading)
    {
        if (value.Kind == JsonTokenType.String)
            return Grams(value, reading) is { } grams ? new(grams, null) { Id = at.Id, Revision = at.Revision, OccurredAt = at.At } : null;
        return CaseObject.Open(value, "'体重'", ["体重"], ["新生儿", "身高"], reading) is { } weight && weight.Find("体重") is { } of && Grams(of, reading) is { } own
            ? new(own, weight.Text("新生儿"), weight.Find("身高") is { } height ? Millimetres(height, reading) : null) { Id = at.Id, Revision = at.Revision, OccurredAt = at.At }
            : null;
    }

    /// <summary>"170cm", "1.7m".</summary>
    private static int? Millimetres(JsonValue value, CaseReading reading)
    {
        var (unit, millimetres) = value.Text.EndsWith("cm", StringComparison.Ordinal) ? ("cm", MillimetresOfACentimetre) : ("m", MillimetresOfAMetre);
        var number = value.Text.EndsWith(unit, StringComparison.Ordinal) ? value.Text[..^unit.Length] : "";
        if (decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var length)
            && length is > 0 and <= TallestMillimetres && length * millimetres is <= TallestMillimetres and var whole && whole == decimal.Truncate(whole))
            return (int)whole;
        reading.Fault(value, $"'{value.Text}' is no height. It may be '170cm' or '1.7m', in whole millimetres up to {TallestMillimetres}.");
        return null;
    }

    /// <summary>"妊娠", "哺乳", "无", or an object with the week.</summary>
    private static PregnancyRecorded? Pregnancy(JsonValue value, EventAt at, CaseReading reading)
    {
        if (value.Kind != JsonTokenType.String)
        {
            return CaseObject.Open(value, "'妊娠'", ["状态"], ["孕周"], reading) is { } pregnancy && pregnancy.Word("状态", CaseWords.Pregnancies) is { } told
                ? new(told, pregnancy.Whole("孕周", 0, 45)) { Id = at.Id, Revision = at.Revision, OccurredAt = at.At }
                : null;
        }
        if (CaseWords.Pregnancies.TryGetValue(value.Text, out var state))
            return new(state, null) { Id = at.Id, Revision = at.Revision, OccurredAt = at.At };
        reading.Fault(value, $"'{value.Text}' is no 妊娠. It may be {string.Join(", ", CaseWords.Pregnancies.Keys)}.");
        return null;
    }

    internal static int? Grams(JsonValue value, CaseReading reading)
    {
        var (text, factor) = value.Text.EndsWith("kg", StringComparison.Ordinal) ? (value.Text[..^2], 1_000m)
            : value.Text.EndsWith('g') ? (value.Text[..^1], 1m) : ("", 0m);
        if (value.Kind == JsonTokenType.String && Amounts.Quantity.TryParseValue(text, out var number)
            && number * factor is >= 1 and <= HeaviestGrams && decimal.Truncate(number * factor) == number * factor)
            return (int)(number * factor);
        reading.Fault(value, $"'{value.Text}' is no weight. It may be '62kg' or '3200g', in whole grams up to {HeaviestGrams}.");
        return null;
    }

    private static (string Code, string? Name)? CodeAndName(JsonValue value, CaseReading reading)
    {
        var parts = value.Text.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length > 0)
            return (parts[0], parts.Length > 1 ? parts[1] : null);
        reading.Fault(value, "A code and a name, such as 'I63.900 脑梗死', must be here.");
        return null;
    }
}
