using System.Globalization;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Identity;
using OrderCheck.Grains.Checks;
using OrderCheck.Grains.Hospitals;
using OrderCheck.Grains.Releases;
using OrderCheck.Ledger.Wire;
using OrderCheck.Protocol.V1;
using Proto = OrderCheck.Protocol.V1;
using RuleRecord = OrderCheck.Grains.Checks.RuleRecord;

namespace OrderCheck.Server.Encounters;

/// <summary>Answers what each rule said and where it was blind: reads the days, picks the rules, names what was missing.</summary>
internal sealed class RuleCountReader(IRuleRecords records, ReleaseHolder releases, DictionaryHolder dictionaries, TimeProvider time)
{
    private const int MostDays = 366;
    private const int DaysUnlessAsked = 7;
    private const int MostRules = 1000;
    private const int RulesUnlessAsked = 200;

    private static readonly IReadOnlyList<string> Domains = [.. Enum.GetValues<Core.Findings.Domain>().Select(DomainNames.Write)];

    public async Task<ListRuleCountsAnswer> ReadAsync(ListRuleCountsRequest request, Caller caller, CancellationToken cancellation)
    {
        var reader = FieldReader.ForRequest(time.GetUtcNow());
        var (from, to) = Days(reader, request, caller);
        var rule = reader.Code("rule", request.Rule);
        if (request.Domain.Length > 0 && !Domains.Contains(request.Domain))
            reader.Refuse("domain", $"{FieldReader.Quote(request.Domain)} is no domain", string.Join(", ", Domains));
        var limit = reader.Whole("limit", request.Limit, 0, MostRules);
        reader.ThrowIfMalformed();

        var counts = await records.ListAsync(caller, from, to, cancellation);
        return new ListRuleCountsAnswer
        {
            FromDay = Text(from),
            ToDay = Text(to),
            Rules =
            {
                RuleRecord.Of(counts.Where(count => rule is null || count.Rule == rule), releases.Current)
                    .Select(Write).Where(record => request.Domain.Length == 0 || record.Domain == request.Domain)
                    .Take(limit == 0 ? RulesUnlessAsked : limit),
            },
        };
    }

    private (DateOnly From, DateOnly To) Days(FieldReader reader, ListRuleCountsRequest request, Caller caller)
    {
        var zone = dictionaries.Find(caller.Hospital)?.Hospital.TimeZone ?? throw new UnknownHospitalException(caller.Hospital);
        var to = reader.Day("to_day", request.ToDay) ?? zone.Day(time.GetUtcNow());
        var from = reader.Day("from_day", request.FromDay) ?? to.AddDays(1 - Math.Min(DaysUnlessAsked, to.DayNumber + 1));
        if (from > to || to.DayNumber - from.DayNumber >= MostDays)
            reader.Refuse("from_day", $"{Text(from)} does not fit to_day {Text(to)}", $"to_day or up to {MostDays - 1} days before it");
        return (from, to);
    }

    private static Proto.RuleRecord Write(RuleRecord record) => new()
    {
        Rule = record.Name,
        Title = record.Rule?.Title ?? "",
        Domain = record.Rule is { } known ? DomainNames.Write(known.Domain) : "",
        State = record.Rule?.State.ToString().ToLowerInvariant() ?? "",
        Shadow = record.Shadow,
        Said = record.Said,
        Blind = record.Blind,
        Missing = { record.Missing.Select(missing => new MissingInput { Input = missing.Input, Label = RuleRecord.LabelOf(missing.Input), Times = missing.Times }) },
        Decided = { record.Decided.Select(static decided => new DecisionCount { Kind = (DecisionKind)(int)decided.Kind, Times = decided.Times }) },
        Folded = record.Folded,
        Asked = record.Asked,
        Unanswered = record.Unanswered,
        Amount = record.Amount == Core.Amounts.Money.Zero ? "" : record.Amount.ToString(),
        Answered = record.Answered.Times,
        AnsweredSeconds = record.Answered.Seconds,
        Reasons = { record.Reasons.Select(static reason => new ReasonCount { Reason = reason.Reason, Times = reason.Times }) },
    };

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
