using System.Net;
using Microsoft.Extensions.Options;
using OrderCheck.Core.Identity;
using OrderCheck.Grains.Permissions;
using OrderCheck.Ledger.Installation;
using OrderCheck.Ledger.Wire;
using OrderCheck.Server.Hosting;

namespace OrderCheck.Server.Identity;

/// <summary>Finds out who calls: the key says for which hospitals and in which roles, the headers say which of them.</summary>
internal sealed class CallerReader(ApiKeyRegister keys, IOptions<OrderCheckOptions> options)
{
    /// <summary>The demo HIS's key: in demo mode, from the loopback.</summary>
    public const string DemoKey = "demo";

    private const int LongestKey = 200;

    /// <exception cref="UnauthenticatedException">No key, or none that opens.</exception>
    /// <exception cref="NotPermittedException">The key has not that role.</exception>
    /// <exception cref="MalformedException">A header is not well-formed.</exception>
    public async Task<CallIdentity> ReadAsync(CallHeaders headers, IPAddress? from, CancellationToken cancellation)
    {
        if (headers.ApiKey is not { Length: > 0 and <= LongestKey } key)
            throw new UnauthenticatedException("Header x-api-key is missing. An administrator makes keys with CreateApiKey.");
        var row = key == DemoKey ? Demo(from) : await keys.FindAsync(key, cancellation);
        if (row is null)
            throw new UnauthenticatedException("The key in header x-api-key opens nothing: it does not exist, was revoked, or is not valid from here.");

        var reader = FieldReader.ForRequest(default);
        var role = ReadRole(headers, row, reader);
        var hospital = ReadHospital(headers, row, role, reader);
        var department = reader.Code("x-oc-department", headers.Department) ?? "";
        var person = reader.Code("x-oc-person", headers.Person) ?? "";
        reader.ThrowIfMalformed();
        return new CallIdentity(row.KeyId, row.Hospitals, new Caller(hospital, role, department, person));
    }

    private ApiKeyRow? Demo(IPAddress? from) =>
        options.Value.Demo && from is not null && IPAddress.IsLoopback(from) ? DemoAccess.Key : null;

    private static Role ReadRole(CallHeaders headers, ApiKeyRow row, FieldReader reader)
    {
        if (headers.Role.Length == 0)
        {
            if (row.Roles.Count == 1)
                return row.Roles[0];
            if (row.Roles.Contains(Role.His))
                return Role.His;
            reader.Refuse("x-oc-role", "is required, because the key has several roles", string.Join(", ", row.Roles.Select(RoleNames.Write)));
            return default;
        }

        if (!RoleNames.TryRead(headers.Role, out var role))
            reader.Refuse("x-oc-role", $"\"{headers.Role}\" is no role", RoleNames.All);
        else if (!row.Roles.Contains(role))
            throw new NotPermittedException(role, "anything with this key");
        return role;
    }

    private static string ReadHospital(CallHeaders headers, ApiKeyRow row, Role role, FieldReader reader)
    {
        if (headers.Hospital.Length == 0)
        {
            if (row.Hospitals.Count == 1)
                return row.Hospitals[0];
            if (row.Hospitals.Count > 1)
                reader.Refuse("x-oc-hospital", "is required, because the key is for several hospitals", string.Join(", ", row.Hospitals));
            return "";
        }

        if (row.Hospitals.Count > 0 && !row.Hospitals.Contains(headers.Hospital))
            throw new NotPermittedException(role, "anything in that hospital with this key");
        return reader.Code("x-oc-hospital", headers.Hospital) ?? "";
    }
}
