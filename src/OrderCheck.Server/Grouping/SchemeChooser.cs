using System.Globalization;
using OrderCheck.Core.Grouping.Profiles;
using OrderCheck.Core.Rules;
using OrderCheck.Ledger.Wire;
using Proto = OrderCheck.Protocol.V1;

namespace OrderCheck.Server.Grouping;

/// <summary>Finds the scheme that groups a case: the one that is named, or the one that the region profile has.</summary>
internal static class SchemeChooser
{
    private const string SelfPay = "self_pay";
    private const string NotInsured = "自费";

    /// <param name="own">The region profile of the caller's hospital; "" if it has none.</param>
    /// <returns>Null where the reader has a new violation.</returns>
    public static ChosenScheme? Choose(FieldReader reader, Proto.CodedCase coded, Release release, string own)
    {
        var tables = release.Grouping;
        if (coded.Scheme.Length > 0)
        {
            if (tables.Schemes.TryGetValue(coded.Scheme, out var named))
                return new ChosenScheme(coded.Scheme, named);
            reader.Refuse("scheme", $"{FieldReader.Quote(coded.Scheme)} is not in release {release.Number}", Names(tables.Schemes.Keys));
            return null;
        }

        var insurance = Insurance(reader, coded.InsuranceType, release);
        var day = Day(reader, coded.DischargeDate);
        if (insurance is null || day is not { } discharge)
            return null;
        var region = coded.Region.Length > 0 ? coded.Region : own;
        if (tables.ChoiceFor(region, insurance, discharge) is { } choice)
            return new ChosenScheme(choice.Scheme, tables.Schemes[choice.Scheme]);
        RefuseProfile(reader, coded, region, insurance, tables);
        return null;
    }

    private static void RefuseProfile(FieldReader reader, Proto.CodedCase coded, string region, string insurance, GroupingTables tables)
    {
        if (tables.Choices.Any(choice => choice.Region == region))
            reader.Refuse(
                "discharge_date",
                $"{FieldReader.Quote(coded.DischargeDate)}: {region} has no scheme for insurance {insurance} on that day",
                "a day and an insurance type for which ListSchemes has a profile, or a scheme by name");
        else
            reader.Refuse(
                "region",
                region.Length == 0 ? "is required, because no scheme is named and the hospital has no region" : $"{FieldReader.Quote(region)} has no profile",
                Names(tables.Choices.Select(static choice => choice.Region)));
    }

    /// <returns>What profiles call it; "*" where none is given.</returns>
    private static string? Insurance(FieldReader reader, string code, Release release)
    {
        if (code.Length == 0)
            return SchemeChoice.AnyInsurance;
        if (code == SelfPay)
            return NotInsured;
        if (release.Codes.InsuranceTypes.TryGetValue(code, out var type))
            return type.Insurance;
        reader.Refuse("insurance_type", $"{FieldReader.Quote(code)} is unknown", Names(release.Codes.InsuranceTypes.Keys.Append(SelfPay)));
        return null;
    }

    private static DateOnly? Day(FieldReader reader, string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        reader.Refuse(
            "discharge_date",
            text.Length == 0 ? "is required, because no scheme is named" : $"{FieldReader.Quote(text)} is not a date",
            "a date such as 2026-03-01");
        return null;
    }

    private static string Names(IEnumerable<string> names) =>
        string.Join(", ", names.Distinct().Order(StringComparer.Ordinal)) is { Length: > 0 } text ? text : "none: the release has no such table";
}
