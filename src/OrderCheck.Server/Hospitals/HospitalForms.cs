using OrderCheck.Core.Hospitals;
using OrderCheck.Ledger.Installation;
using OrderCheck.Ledger.Wire;
using Proto = OrderCheck.Protocol.V1;

namespace OrderCheck.Server.Hospitals;

/// <summary>A hospital as it is sent, kept and used.</summary>
internal static class HospitalForms
{
    public static HospitalRow Read(FieldReader reader, Proto.Hospital message)
    {
        if (message.Code.Contains('/', StringComparison.Ordinal))
            reader.Refuse("code", "has a '/'", "an NHSA fixmedins_code");
        if (message.Type.Length > 0 && !FacilityTypes.All.Contains(message.Type))
            reader.Refuse("type", $"\"{message.Type}\" is unknown", string.Join(", ", FacilityTypes.All) + ", or nothing");
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
            zone,
            reader.Code("region", message.Region) ?? "");
    }

    /// <summary>A hospital of the simulation as a row.</summary>
    public static HospitalRow Row(Hospital hospital) => new(
        hospital.Code,
        hospital.Name,
        hospital.Level ?? 0,
        FacilityTypes.OfLimits(hospital.Type),
        hospital.TimeZone.Id,
        hospital.Region);

    public static Proto.Hospital Write(HospitalRow row) => new()
    {
        Code = row.Code,
        Name = row.Name,
        Level = row.Level,
        Type = row.Type,
        TimeZone = row.TimeZone,
        Region = row.Region,
    };
}
