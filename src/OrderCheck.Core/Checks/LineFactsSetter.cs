using OrderCheck.Core.Amounts;
using OrderCheck.Core.Catalogue;
using OrderCheck.Core.Charges;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Rules;

namespace OrderCheck.Core.Checks;

/// <summary>Puts into the scratch facts what is known of a line and of its patient at the moment of use.</summary>
internal sealed class LineFactsSetter(RuleFacts facts, Release release, HospitalDictionary dictionary, Stay stay)
{
    private const string NotInsured = "自费";
    private const byte DecimalsOfAGram = 3;
    private const byte DecimalsOfAMillimetre = 1;

    private readonly CodeTables _codes = release.Codes;
    private JudgedLine? _line;
    private DateOnly? _birthDay;

    /// <summary>The patient's admission, the infant's birth.</summary>
    private DateTimeOffset? _hereSince;

    /// <summary>The visit is not insured at the moment that was set: price and safety rules only.</summary>
    public bool SelfPaidVisit => facts.Visit.Insurance == NotInsured;

    /// <summary>What is known of a line beside itself.</summary>
    public LineSurroundings? Surroundings { get; set; }

    public void SetVisit()
    {
        facts.Line.UnitsOf = UnitsOf;
        facts.Hospital.Level = dictionary.Hospital.Level;
        facts.Hospital.Type = dictionary.Hospital.Type;
        facts.Visit.Mode = stay.Details.MedType is { } medType ? _codes.MedTypes.GetValueOrDefault(medType)?.Mode : null;
    }

    public void SetLine(JudgedLine line)
    {
        _line = line;
        var item = line.Line.Item;
        facts.Item.Code = line.Line.ItemCode;
        facts.Item.Name = line.ItemName;
        facts.Item.Kind = item?.Kind;
        facts.Item.Class = ItemClasses.NameOf(line.Charge?.ItemClass) ?? item?.Class;
        facts.Item.Category = line.Charge?.Category ?? item?.Category;
        facts.Item.Unit = line.Line.Unit;
        facts.Line.Unit = line.Line.Unit;
        facts.Line.UnitPrice = line.Line.UnitPrice?.ToYuan();
        facts.Line.Amount = line.Amount?.ToYuan();
        facts.Line.SelfPaid = line.SelfPay;
        facts.Line.InCatalogue = item is not null;
        facts.Line.DischargeMedication = line.Order?.DischargeMedication ?? false;
        facts.Line.LongPrescription = line.Order?.LongPrescription ?? false;
        facts.Line.SkinTest = line.Order?.SkinTest ?? false;
        facts.Line.Route = line.Order?.Route;
        (facts.Line.IssuedAsBilled, facts.Line.IssuedName) = Compared(line.Charge, line.Charge?.IssuedItemCode);
        (facts.Line.UsedAsBilled, facts.Line.UsedName) = Compared(line.Charge, line.Charge?.UsedItemCode);
        SetPerson(line.Key.InfantNo);
    }

    /// <summary>Whether that code, NHSA's or the hospital's own, is the billed item's; null where it is not told, or no table has it.</summary>
    private (bool? AsBilled, string Name) Compared(Charge? charge, string? code)
    {
        if (charge is null || code is null)
            return (null, "");
        if (code == charge.ItemCode || code == charge.ItemHospitalCode)
            return (true, charge.ItemName ?? code);
        var day = dictionary.Hospital.TimeZone.Day(charge.OccurredAt);
        var item = release.Catalogue.FindItem(code, day) ?? (dictionary.MapItem(code, day) is { } mapped ? release.Catalogue.FindItem(mapped, day) : null);
        return item is null ? (null, code) : (item.Code == charge.ItemCode, item.Name);
    }

    /// <param name="day">The calendar day of <paramref name="at"/>.</param>
    public void SetMoment(DateTimeOffset at, DateOnly day, decimal quantity)
    {
        facts.Line.Quantity = quantity;
        Surroundings?.Set(_line, at, day);
        SetAges(day);
        facts.Patient.Pregnancy = _line?.Key.InfantNo is not null ? null : stay.PregnancyAt(at) switch
        {
            PregnancyState.Pregnant => "妊娠",
            PregnancyState.Lactating => "哺乳",
            PregnancyState.None => "无",
            _ => null,
        };
        facts.Patient.HeightCm = stay.HeightMillimetresAt(_line?.Key.InfantNo, at) is { } height ? Scaled.Down(height, DecimalsOfAMillimetre) : null;
        facts.Patient.WeightKg = stay.WeightGramsAt(_line?.Key.InfantNo, at) is { } weight ? Scaled.Down(weight, DecimalsOfAGram) : null;
        var insuType = _line?.Payer ?? stay.InsuTypeAt(at);
        facts.Visit.Insurance = InsuranceOf(insuType);
        facts.Item.OwnShareRatio = _line is null ? null : OwnShareRatioOf(_line, insuType, day);
        facts.Visit.InpatientDays = InpatientDays(day);
    }

    /// <summary>No line is judged but the encounter as a whole: the patient, not the infant of the last line.</summary>
    public void SetEncounter(DateTimeOffset now, DateOnly today)
    {
        _line = null;
        SetPerson(null);
        SetMoment(now, today, 0);
        // A diagnosis is of the age at which the patient came.
        if (stay.AdmittedAt is { } admitted)
            SetAges(dictionary.Hospital.TimeZone.Day(admitted));
    }

    public bool IsSelfPaid(string? insuType) => InsuranceOf(insuType) == NotInsured;

    /// <summary>What the charge itself says goes first.</summary>
    public decimal? OwnShareRatioOf(JudgedLine line, string? insuType, DateOnly day) =>
        line.Charge?.OwnShareRatio ?? release.OwnShareRatioOf(line.Line.ItemCode, line.Line.Item, insuType, dictionary.Hospital.Level, day);

    private decimal? UnitsOf(string unit) =>
        _line?.Line is { Unit: { } billed } line ? dictionary.Convert(line.ItemCode, 1, billed, unit) : null;

    private void SetAges(DateOnly day)
    {
        var born = _birthDay is { } birth && birth <= day ? _birthDay : null;
        facts.Patient.AgeYears = born is { } y ? Age.Years(y, day) : null;
        facts.Patient.AgeMonths = born is { } m ? Age.Months(m, day) : null;
        facts.Patient.AgeDays = born is { } d ? Age.Days(d, day) : null;
    }

    private string? InsuranceOf(string? insuType) => insuType switch
    {
        null => null,
        "self_pay" => NotInsured,
        _ => _codes.InsuranceTypes.GetValueOrDefault(insuType)?.Insurance,
    };

    private void SetPerson(string? infantNo)
    {
        var infant = infantNo is null ? null : stay.Infants.GetValueOrDefault(infantNo);
        var sex = infantNo is null ? stay.Details.Sex : infant?.Sex;
        facts.Patient.Sex = sex switch
        {
            Sex.Male => "男",
            Sex.Female => "女",
            Sex.Indeterminate => "其他",
            _ => null,
        };
        var birth = infantNo is null ? stay.Details.BirthTime : infant?.BirthTime;
        _hereSince = infantNo is null ? stay.AdmittedAt : infant?.BirthTime;
        _birthDay = birth is { } time ? dictionary.Hospital.TimeZone.Day(time) : null;
    }

    /// <summary>Midnights passed, and today while the patient stays; a stay that ended on its first day is one day. After the discharge no day is added.</summary>
    private int? InpatientDays(DateOnly day)
    {
        if (_hereSince is not { } admitted)
            return null;
        var first = dictionary.Hospital.TimeZone.DayNumber(admitted);
        var today = day.DayNumber - first + 1;
        return Math.Max(1, stay.DischargedAt is { } discharged ? Math.Min(today, dictionary.Hospital.TimeZone.DayNumber(discharged) - first) : today);
    }
}
