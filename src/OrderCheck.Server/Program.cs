using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using OrderCheck.Ledger;
using OrderCheck.Server.Hosting;

const int Refused = 1;

var commandLine = CommandLine.Parse(args);
if (commandLine.Help)
{
    Console.WriteLine(HelpText.Build());
    return 0;
}

if (commandLine.Faults.Count > 0)
    return await RefuseAsync(commandLine.Faults);
try
{
    await using var app = ServerHost.Build(commandLine);
    await app.RunAsync();
    return Environment.ExitCode;
}
catch (OptionsValidationException e)
{
    return await RefuseAsync(e.Failures);
}
catch (Exception e) when (e is StoreRefusedException or LedgerUnavailableException or InvalidDataException or IOException or CryptographicException)
{
    return await RefuseAsync([e.Message]);
}

static async Task<int> RefuseAsync(IEnumerable<string> reasons)
{
    foreach (var reason in reasons)
        await Console.Error.WriteLineAsync(reason);
    return Refused;
}
