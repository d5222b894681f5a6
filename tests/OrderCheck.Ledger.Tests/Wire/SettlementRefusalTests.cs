using Google.Protobuf.WellKnownTypes;
using OrderCheck.Ledger.Wire;
using OrderCheck.Protocol.V1;
using Xunit;

namespace OrderCheck.Ledger.Tests.Wire;

/// <summary>Settlement lists and uploads whose form is wrong; a list that is incomplete or does not fit is recorded all the same.</summary>
public sealed class SettlementRefusalTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly Timestamp At = Timestamp.FromDateTimeOffset(Now);

    [Fact]
    public void An_empty_list_and_one_that_does_not_fit_are_recorded()
    {
        Assert.Empty(Read(list => { }));
        Assert.Empty(Read(list => (list.AdmittedAt, list.DischargedAt, list.Total) = (At, Timestamp.FromDateTimeOffset(Now.AddDays(-3)), "0")));
    }

    public static TheoryData<string, string, string> Refused() => new()
    {
        { "sex", "7 is unknown", "SEX_MALE" },
        { "age_years", "151 is out of range", "from 0 to 150" },
        { "age_days", "-1 is out of range", "from 0 to 366" },
        { "birth_weight_grams", "700001 is out of range", "to 700000" },
        { "stay_days", "10001 is out of range", "to 10000" },
        { "total", "\"1e3\" is not an amount", "at most 6 decimals" },
        { "fund_payment", "\"-0.01\" is out of range", "from 0" },
        { "admitted_at", "lies too far back", "from" },
        { "diagnoses[1].code", "is required", "1 to 64 characters" },
        { "procedures[0].surgeon", "is too long", "at most 64 characters" },
        { "care_units[0].unit", "is required", "1 to 64 characters" },
        { "blood[0].quantity", "\"0\" is out of range", "from 0.0001" },
        { "categories[0].amount", "is required", "at most 6 decimals" },
        { "categories[1]", "\"09\" is there twice", "each once" },
        { "filled[0]", "\"name\" is no such field", "psn_name" },
        { "filled[1]", "\"certno\" is there twice", "each once" },
        { "diagnoses", "has 201 entries", "at most 200" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_wrong_field_is_refused_by_name_with_what_is_allowed(string field, string problem, string allowed)
    {
        var refused = Assert.Single(Read(list => Spoil(list, field)));

        Assert.Equal($"events[0].settlement_list.{field}", refused.Path);
        Assert.Contains(problem, refused.Problem, StringComparison.Ordinal);
        Assert.Contains(allowed, refused.Allowed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "upload_charges.charge_ids", "is empty")]
    [InlineData(1001, "upload_charges.charge_ids", "has 1001 entries")]
    [InlineData(-1, "upload_charges.charge_ids[1]", "is there twice")]
    public void An_upload_names_each_of_its_charges_once(int count, string field, string problem)
    {
        var told = new UploadCharges();
        told.ChargeIds.AddRange(count < 0 ? ["C1", "C1"] : Enumerable.Range(0, count).Select(number => $"C{number}"));

        var refused = Assert.Single(Read(new EncounterEvent { UploadCharges = told }));

        Assert.Equal($"events[0].{field}", refused.Path);
        Assert.Contains(problem, refused.Problem, StringComparison.Ordinal);
    }

    private static void Spoil(SettlementList list, string field)
    {
        switch (field)
        {
            case "sex": list.Sex = (Sex)7; break;
            case "age_years": list.AgeYears = 151; break;
            case "age_days": list.AgeDays = -1; break;
            case "birth_weight_grams": list.BirthWeightGrams = 700_001; break;
            case "stay_days": list.StayDays = 10_001; break;
            case "total": list.Total = "1e3"; break;
            case "fund_payment": list.FundPayment = "-0.01"; break;
            case "admitted_at": list.AdmittedAt = Timestamp.FromDateTimeOffset(Now.AddYears(-300)); break;
            case "diagnoses[1].code": list.Diagnoses.AddRange([new ListedDiagnosis { Code = "I10" }, new ListedDiagnosis()]); break;
            case "procedures[0].surgeon": list.Procedures.Add(new ListedProcedure { Code = "53.00", Surgeon = new string('D', 65) }); break;
            case "care_units[0].unit": list.CareUnits.Add(new ListedCareUnit()); break;
            case "blood[0].quantity": list.Blood.Add(new ListedBlood { Kind = "红细胞", Quantity = "0" }); break;
            case "categories[0].amount": list.Categories.Add(new ListedCategory { MedChrgitmType = "09" }); break;
            case "categories[1]": list.Categories.AddRange([Category("1"), Category("2")]); break;
            case "filled[0]": list.Filled.Add("name"); break;
            case "filled[1]": list.Filled.AddRange(["certno", "certno"]); break;
            default: list.Diagnoses.AddRange(Enumerable.Range(0, 201).Select(number => new ListedDiagnosis { Code = $"I{number}" })); break;
        }
    }

    private static ListedCategory Category(string amount) => new() { MedChrgitmType = "09", Amount = amount };

    private static IReadOnlyList<FieldViolation> Read(Action<SettlementList> change)
    {
        var list = new SettlementList();
        change(list);
        return Read(new EncounterEvent { SettlementList = list });
    }

    private static IReadOnlyList<FieldViolation> Read(EncounterEvent told)
    {
        (told.Id, told.OccurredAt) = ("e1", At);
        var reader = FieldReader.ForRequest(Now);
        FactReader.Events(reader, [told]);
        return reader.Violations;
    }
}
