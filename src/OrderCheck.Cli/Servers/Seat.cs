using Grpc.Core;

namespace OrderCheck.Cli.Servers;

/// <summary>Who sits at the screen that calls: what goes into the headers of a call.</summary>
/// <param name="Role">doctor, nurse, his …</param>
internal sealed record Seat(string ApiKey, string Role, string Department, string Person)
{
    public Metadata Headers => new()
    {
        { "x-api-key", ApiKey },
        { "x-oc-role", Role },
        { "x-oc-department", Department },
        { "x-oc-person", Person },
    };
}
