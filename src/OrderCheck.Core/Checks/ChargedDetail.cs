using OrderCheck.Core.Charges;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Rules.Vocabulary;

namespace OrderCheck.Core.Checks;

/// <summary>The encounter's charge lines as a whole; worked out where a rule asks.</summary>
/// <param name="facts">All of the encounter's: when each was recorded is with them alone.</param>
/// <param name="charges">What is left of them after refunds.</param>
internal sealed class ChargedDetail(
    Release release, Stay stay, TimeZoneInfo zone, IReadOnlyList<RecordedFact> facts, IReadOnlyList<Charge> charges, DateTimeOffset now) : DetailFacts
{
    private const int MostNamed = 3;

    private Dictionary<string, DateTimeOffset>? _recorded;
    private Dictionary<string, DateTimeOffset>? _uploaded;

    public override string? Lacking(string fields)
    {
        if (stay.SettlementList is null)
            return null;
        var misfits = new Misfits();
        foreach (var field in Words.Split(fields))
        {
            Charge[] lacking = [.. charges.Where(charge => Lacks(charge, field))];
            if (lacking.Length > 0)
                misfits.Add($"{lacking.Length}行缺少{field}（{Named(lacking)}）");
        }
        return misfits.Text;
    }

    public override string AmountsWrong(decimal tolerance)
    {
        // Partly refunded lines have what is left of an amount that need not be divisible.
        Charge[] wrong =
        [
            .. facts.Select(static recorded => recorded.Fact).OfType<Charge>().Where(charge =>
                charge.RefundOf is null && Math.Abs(charge.Amount.ToYuan() - (charge.UnitPrice.ToYuan() * charge.Quantity)) > tolerance
                && charges.Any(left => left.Id == charge.Id)),
        ];
        return wrong.Length == 0 ? ""
            : $"{wrong.Length}行，如【{NameOf(wrong[0])}】{wrong[0].UnitPrice}元×{Amounts.Quantity.Text(wrong[0].Quantity)}，金额{wrong[0].Amount}元";
    }

    public override string? UploadedLate(int hours)
    {
        if (charges.Count > 0 && stay.Uploads.IsEmpty)
            return null;
        _uploaded ??= FirstUploads();
        var misfits = new Misfits();
        Late(misfits, [.. charges.Where(charge => _uploaded.ContainsKey(charge.Id))], charge => _uploaded[charge.Id], hours, "才上传");
        Late(misfits, [.. charges.Where(charge => !_uploaded.ContainsKey(charge.Id))], _ => now, hours, "仍未上传");
        return misfits.Text;
    }

    public override string RecordedLate(int hours)
    {
        _recorded ??= facts.Where(static recorded => recorded.Fact is Charge { RefundOf: null }).ToDictionary(static recorded => recorded.Fact.Id, static recorded => recorded.RecordedAt, StringComparer.Ordinal);
        var misfits = new Misfits();
        Late(misfits, charges, charge => _recorded[charge.Id], hours, "才记录");
        return misfits.Text!;
    }

    private Dictionary<string, DateTimeOffset> FirstUploads()
    {
        var first = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        foreach (var upload in stay.Uploads)
        {
            foreach (var id in upload.ChargeIds)
                first.TryAdd(id, upload.OccurredAt);
        }
        return first;
    }

    private void Late(Misfits misfits, IReadOnlyList<Charge> lines, Func<Charge, DateTimeOffset> when, int hours, string how)
    {
        var late = lines.Select(charge => (Charge: charge, After: when(charge) - charge.OccurredAt)).Where(line => line.After > TimeSpan.FromHours(hours)).ToList();
        if (late.Count == 0)
            return;
        var (charge, after) = late.MaxBy(static line => line.After);
        misfits.Add($"{late.Count}行在发生{hours}小时之后{how}，最久的是{zone.Day(charge.OccurredAt):yyyy-MM-dd}的【{NameOf(charge)}】，已过{(int)after.TotalHours}小时");
    }

    private static bool Lacks(Charge charge, string field) => field switch
    {
        "医保编码" => charge.ItemCode is null,
        "计价单位" => charge.Unit is null,
        "费用类别" => charge.Category is null,
        "支付等级" => charge.ItemClass is null,
        "自付比例" => charge.OwnShareRatio is null,
        "开单科室" => charge.OrderingDepartment is null,
        "开单医师" => charge.OrderingDoctor is null,
        "执行科室" => charge.ExecutingDepartment is null,
        _ => throw new ArgumentException($"'{field}' is nothing that a charge line has."),
    };

    private string Named(IReadOnlyList<Charge> lines)
    {
        string[] names = [.. lines.Select(NameOf).Distinct(StringComparer.Ordinal)];
        return names.Length <= MostNamed ? string.Join(Words.Separator, names) : $"{string.Join(Words.Separator, names.Take(MostNamed))}等";
    }

    private string NameOf(Charge charge) =>
        (charge.ItemCode is { } code ? release.Catalogue.FindItem(code, zone.Day(charge.OccurredAt))?.Name : null)
        ?? charge.ItemName ?? charge.ItemCode ?? charge.ItemHospitalCode ?? charge.Id;
}
