using System.Collections.Frozen;
using OrderCheck.Core.Hospitals;
using OrderCheck.Ledger.Installation;
using OrderCheck.Ledger.Wire;
using Proto = OrderCheck.Protocol.V1;

namespace OrderCheck.Server.Hospitals;

/// <summary>A hospital as it is sent, kept and used.</summary>
internal static class HospitalForms
{
    /// <summary>What is sent, and how the limits spell it.</summary>
    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>
    {
        ["general"] = "综合",
        ["specialist"] = "专科",
        ["tcm"] = "中医",
        ["community"] = "基层",
    }.ToFrozenDictionary();

    public static HospitalRow Read(FieldReader reader, Proto.Hospital message)
    {
        if (message.Code.Contains('/', StringComparison.Ordinal))
            reader.Refuse("code", "has a '/'", "an NHSA fixmedins_code");
        if (message.Type.Length > 0 && !Types.ContainsKey(message.Type))
            reader.Refuse("type", $"\"{message.Type}\" is unknown", string.Join(", ", Types.Keys.Order(StringComparer.Ordinal)) + ", or nothing");
        var zone = reader.Code("time_zone", message.TimeZone) ?? Hospital.DefaultTimeZoneId;
        try
        {
            _ = Hospital.FindTimeZone(zone);
        }
        catch (TimeZoneNotFoundException)
        {
            reader.Refuse("time_zone", $"\"{zone}\" is not known on this machine", "an IANA name such as Asia/Shanghai, or nothing");
        }

        return new HospitalRow(
            reader.Id("code", message.Code),
            reader.Required("name", message.Name, 200),
            reader.Whole("level", message.Level, 0, 3),
            message.Type,
            zone);
    }

    public static Hospital Core(HospitalRow row) => new(
        row.Code,
        row.Name,
        row.Level == 0 ? null : row.Level,
        Types.GetValueOrDefault(row.Type),
        Hospital.FindTimeZone(row.TimeZone));

    /// <summary>A hospital of the simulation as a row.</summary>
    public static HospitalRow Row(Hospital hospital) => new(
        hospital.Code,
        hospital.Name,
        hospital.Level ?? 0,
        Types.FirstOrDefault(t => t.Value == hospital.Type).Key ?? "",
        hospital.TimeZone.Id);

    public static Proto.Hospital Write(HospitalRow row) => new()
    {
        Code = row.Code,
        Name = row.Name,
        Level = row.Level,
        Type = row.Type,
        TimeZone = row.TimeZone,
    };
}
