using System.Globalization;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Identity;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Orders;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Rules.Vocabulary;

namespace OrderCheck.Core.Checks;

/// <summary>Makes the finding of a rule that spoke, while the scratch facts still hold what it compared.</summary>
internal sealed class FindingMaker(EncounterKey encounter, TimeZoneInfo zone, RuleFacts facts)
{
    private const string KnownPartOnly = "（另有数量、剂量或金额不明的，未计入）";

    /// <summary>Null unless promises are verified, before discharge.</summary>
    public PromisesKept? Promises { get; init; }

    /// <summary>Whether a finding that is not shown may have to be, for the sake of what was promised.</summary>
    public bool VerifiesPromises => Promises is { Any: true };

    /// <param name="line">Null where the rule looks at the encounter as a whole.</param>
    /// <param name="missing">The first input without which the rule cannot tell; null where it could.</param>
    /// <param name="knownPart">The rule spoke because of the known part of its sums, which the facts are set to.</param>
    public Finding Make(in Candidate candidate, JudgedLine? line, DateTimeOffset? at, string? missing, bool knownPart = false)
    {
        var (rule, row) = (candidate.Rule, candidate.Row);
        var definition = rule.Definition;
        var inputs = missing is null ? [] : rule.MissingInputs(facts);
        var compared = rule.Facts(facts);
        var message = missing is not null ? MissingMessage(definition, line, inputs) : rule.Message(facts) + (knownPart ? KnownPartOnly : "");
        var counterpart = line is null ? null : row is DuplicateLimit ? facts.Drug.Counterpart : facts.Other.Counterpart;
        var undetermined = missing is not null || definition.IsProse;
        var informOnly = undetermined || definition.Domain == Domain.Money || line is { InformOnly: true };
        var key = KeyOf(definition, row, line, counterpart, compared, missing);
        return new Finding
        {
            Key = key,
            Promise = Promises is { Any: true } promises
                ? promises.Of(
                    new AnsweredAs(key, missing), KeysBefore(definition, row, line, counterpart, compared),
                    new LackedNow(
                        line?.Key.InfantNo, undetermined, [.. inputs.Select(static input => input.Name)],
                        definition.IsProse ? row.OfficialText ?? message : null))
                : null,
            Rule = definition.Name,
            Title = definition.Title,
            OfficialRuleName = row.OfficialRuleName,
            OfficialRuleCode = row.OfficialRuleCode,
            Family = definition.Family,
            Domain = definition.Domain,
            Severity = undetermined ? Severity.Reminder : definition.Severity,
            Response = informOnly ? Response.Inform : definition.Response,
            Message = message,
            OfficialText = row.OfficialText,
            Basis = definition.Basis ?? row.Source,
            Offender = line is not null && at is { } moment ? line.PartyAt(zone.Local(moment)) : null,
            Counterpart = counterpart,
            Facts = compared,
            Amount = line?.Amount,
            AllowedDecisions = definition.Decisions,
            Undetermined = undetermined,
            MissingInputs = row is ProseLimit prose && missing is null ? [prose.RuleClass] : [.. inputs.Select(input => input.Name)],
            MissingLabels = row is ProseLimit && missing is null ? [ProseLimit.Lacks] : [.. inputs.Select(input => input.Label)],
            Trial = definition.State == RuleState.Trial,
            Pair = PairOf(definition.Name, row, line, counterpart, at),
            Mirrored = line is not null && facts.Other.FromOtherSide,
        };
    }

    /// <summary>The key of what the rule would find, had it all it needs, by what the scratch facts hold.</summary>
    public string KeyOf(in Candidate candidate, JudgedLine line) =>
        KeyOf(candidate.Rule.Definition, candidate.Row, line, null, candidate.Rule.Facts(facts), null);

    /// <summary>The key that the same finding has on the order which the charge carries out, as the order is; null where that is not known.</summary>
    /// <param name="made">Of the charge.</param>
    /// <param name="missing">As with the charge's.</param>
    public string? OrderKeyOf(in Candidate candidate, JudgedLine line, Finding made, string? missing) => line.WithoutCharge() is { } order
        ? KeyOf(candidate.Rule.Definition, candidate.Row, order, made.Counterpart, candidate.Rule.Facts(facts), missing)
        : null;

    private static string MissingMessage(RuleDefinition definition, JudgedLine? line, IReadOnlyList<VocabularyEntry> missing)
    {
        var label = string.Join('、', missing.Select(input => input.Label).Distinct());
        return line is null ? $"缺少{label}，无法判断“{definition.Title}”" : $"【{line.ItemName}】缺少{label}，无法判断“{definition.Title}”";
    }

    /// <summary>What the finding would have been called before, on the charge or when its order was signed, whatever was not known then.</summary>
    private IEnumerable<AnsweredAs> KeysBefore(
        RuleDefinition definition, KnowledgeRow row, JudgedLine? line, Party? counterpart, IReadOnlyList<ComparedFact> compared)
    {
        JudgedLine?[] lines = line is { Charge: not null, Order: { } order } ? [line, new JudgedLine { Line = line.Line, Order = order, Key = line.Key }] : [line];
        foreach (var told in lines)
        {
            yield return new AnsweredAs(KeyOf(definition, row, told, counterpart, compared, null), null);
            foreach (var fact in compared)
                yield return new AnsweredAs(KeyOf(definition, row, told, counterpart, compared, fact.Name), fact.Name);
        }
    }

    /// <summary>Counts and sums over time are material: one more use than was decided about is told again.</summary>
    private string KeyOf(
        RuleDefinition definition, KnowledgeRow row, JudgedLine? line, Party? counterpart, IReadOnlyList<ComparedFact> compared, string? missing)
    {
        var counts = "";
        foreach (var fact in compared)
        {
            if (IsCount(fact.Name) || fact.Name == "drug.DailyDose" || (line is null && IsOfEncounter(fact.Name)))
                counts = $"{counts}{(counts.Length == 0 ? "" : ";")}{fact.Name}={fact.Value}";
        }
        return FindingKey.Of(
            definition.Name, RowIdentity(row), encounter.ToString(), line is null ? null : ContentOf(line, zone), counterpart?.ItemCode, counts, missing);
    }

    private static bool IsCount(string fact) =>
        fact.StartsWith("use.", StringComparison.Ordinal) || fact.StartsWith("history.", StringComparison.Ordinal)
        || fact is "other.OwnQuantity" or "other.Kinds"
            or "prescription.Pieces" or "prescription.GramsOfItem" or "prescription.GramsPerSet" or "prescription.Grams";

    /// <summary>What a decision about the encounter as a whole was made of: another diagnosis, or more lines, are told again.</summary>
    private static bool IsOfEncounter(string fact) =>
        fact.StartsWith("coding.", StringComparison.Ordinal) || fact.StartsWith("payer.", StringComparison.Ordinal)
        || fact.StartsWith("pathway.", StringComparison.Ordinal) || fact.StartsWith("settlement.", StringComparison.Ordinal)
        || fact.StartsWith("detail.", StringComparison.Ordinal);

    /// <summary>The published point where there is one: the same in the next release, wherever its row stands.</summary>
    private static string RowIdentity(KnowledgeRow row) => row.PointId is { Length: > 0 } point ? point : $"{row.ItemCode}|{row.Sameness}";

    /// <summary>What the doctor decides about: an order by what it asks for, a charge by its id.</summary>
    public static string ContentOf(JudgedLine line, TimeZoneInfo zone)
    {
        if (line.Charge is { } charge)
            return $"charge|{charge.Id}|{line.Line.ItemCode}|{charge.Quantity}";
        var order = line.Order!;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"order|{line.Key.InfantNo}|{order.ItemCode ?? order.ItemHospitalCode}|{line.Line.ItemCode}|{order.Dose}|{order.Quantity}|{order.Frequency}|{order.Route}|{order.Days}|{order.LongTerm}|{order.SelfPay}|{zone.Day(order.StartAt):yyyy-MM-dd}{(order.LongPrescription ? "|长期处方" : "")}");
    }

    /// <summary>What is to be told once, whichever line finds it; null where each line tells it.</summary>
    private string? PairOf(string rule, KnowledgeRow row, JudgedLine? line, Party? counterpart, DateTimeOffset? at)
    {
        if (row.ToldOnceAs is { } once)
        {
            // What is charged on another day is another thing.
            var day = line?.Charge is not null && at is { } moment ? zone.DayNumber(moment) : 0;
            return string.Create(CultureInfo.InvariantCulture, $"{rule}|{line?.Key.InfantNo}|{once}|{day}|{PrescriptionOf(line)}");
        }
        return counterpart is null ? null : PairOf(rule, line, counterpart);
    }

    private static string? PrescriptionOf(JudgedLine? line) => line?.Order is { Kind: OrderKind.Herb } piece ? piece.PrescriptionNumber : null;

    private static string PairOf(string rule, JudgedLine? line, Party counterpart)
    {
        var (one, other) = (line?.Line.ItemCode, counterpart.ItemCode);
        return string.CompareOrdinal(one, other) < 0
            ? $"{rule}|{line?.Key.InfantNo}|{one}|{other}"
            : $"{rule}|{line?.Key.InfantNo}|{other}|{one}";
    }
}
