using System.Text.Json;
using Microsoft.Extensions.Options;
using OrderCheck.Core.Regions;
using OrderCheck.Interop.Nhsa.Relay;

namespace OrderCheck.Server.Nhsa.Relay;

/// <summary>Reads which hospitals' requests go on to a bureau, and how; a file that cannot work stops the start.</summary>
internal static class BureauFile
{
    public static readonly IReadOnlyList<string> Transactions = ["3101", "3102", "3103"];

    private const string Number = "{infno}";

    /// <summary>Ours to set, or of the connection.</summary>
    private static readonly string[] Reserved =
        ["host", "content-type", "content-length", "content-encoding", "transfer-encoding", "connection", "authorization", "x-api-key", "expect"];

    /// <exception cref="OptionsValidationException">The failures name file, hospital, member, value and what it must be.</exception>
    public static IReadOnlyList<BureauSettings> Read(string path)
    {
        var faults = new List<string>();
        var settings = Read(path, faults);
        return faults.Count == 0
            ? settings
            : throw new OptionsValidationException("bureau", typeof(BureauSettings), faults.Select(fault => $"--bureau {path}: {fault}"));
    }

    private static List<BureauSettings> Read(string path, List<string> faults)
    {
        try
        {
            if (BureauFileForm.Read(File.ReadAllBytes(path))?.Hospitals is { Count: > 0 } hospitals)
                return [.. hospitals.Select((one, index) => Settings(one, $"hospitals[{index}]", hospitals, Path.GetDirectoryName(Path.GetFullPath(path))!, faults)).OfType<BureauSettings>()];
            faults.Add("hospitals is missing or empty; it must list at least one hospital.");
        }
        catch (JsonException malformed)
        {
            // The parser's own words may repeat a value, and with it a secret that was put here by mistake.
            faults.Add(FormattableString.Invariant(
                $"line {malformed.LineNumber + 1}, {malformed.Path ?? "$"}: not of the form that README's section on the relay shows (an unknown member, or a value of another type)."));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            faults.Add($"it cannot be read: {unreadable.Message}");
        }

        return [];
    }

    private static BureauSettings? Settings(
        BureauFileForm.OfHospital written, string place, IReadOnlyList<BureauFileForm.OfHospital> all, string folder, List<string> faults)
    {
        var before = faults.Count;
        void Require(bool holds, string member, object? value, string must)
        {
            if (!holds)
                faults.Add($"{place}.{member} is {value ?? "missing"}; it must {must}.");
        }

        Require(!string.IsNullOrWhiteSpace(written.FixmedinsCode), "fixmedins_code", written.FixmedinsCode, "be the hospital's code");
        Require(all.Count(one => one.FixmedinsCode == written.FixmedinsCode) == 1, "fixmedins_code", written.FixmedinsCode, "be there once");
        Require(written.Show is null or "merged" or "bureau_only", "show", written.Show, "be merged or bureau_only");
        Require(written.DeadlineMs is null or (>= 100 and <= 60_000), "deadline_ms", written.DeadlineMs, "be 100 to 60000");
        var deadline = written.DeadlineMs ?? 3000;
        Require(written.PatienceMs is null || (written.PatienceMs >= 0 && written.PatienceMs <= deadline), "patience_ms", written.PatienceMs,
            FormattableString.Invariant($"be 0 to deadline_ms ({deadline})"));
        Require(written.AtOnce is null or (>= 1 and <= 1000), "at_once", written.AtOnce, "be 1 to 1000");
        foreach (var (name, value) in written.Headers ?? [])
        {
            Require(IsToken(name) && !Reserved.Contains(name.ToLowerInvariant()), "headers", name, "have names of headers that are not the relay's own");
            Require(value is not null && value.All(static c => c is >= ' ' and < '\u007f'), $"headers.{name}", "a text with other characters", "be printable ASCII");
        }

        Require((written.SameRules ?? []).All(static group => group is { Count: >= 2 } && group.All(static name => !string.IsNullOrWhiteSpace(name))),
            "same_rules", "a list with a group of fewer than two names", "be groups of codes and names of one rule each");
        var urls = Urls(written, Require);
        var credentials = Credentials(written, folder, Require);
        var authorities = BureauTrust.Read(written.CaFile, folder, Require);
        return faults.Count > before ? null : new BureauSettings
        {
            Hospital = written.FixmedinsCode!,
            Urls = urls,
            Deadline = TimeSpan.FromMilliseconds(deadline),
            Patience = TimeSpan.FromMilliseconds(written.PatienceMs ?? Math.Min(1000, deadline)),
            AtOnce = written.AtOnce ?? 16,
            BureauOnly = written.Show == "bureau_only",
            Credentials = credentials,
            Headers = [.. written.Headers ?? []],
            Authorities = authorities,
            SameRules = new RuleEquivalents(written.SameRules ?? []),
        };
    }

    private static Dictionary<string, Uri> Urls(BureauFileForm.OfHospital written, Action<bool, string, object?, string> require)
    {
        var urls = new Dictionary<string, Uri>();
        foreach (var other in (written.Urls ?? []).Keys.Except(Transactions))
            require(false, "urls", other, $"have members of {string.Join(", ", Transactions)}");
        foreach (var transaction in Transactions)
        {
            var own = written.Urls?.GetValueOrDefault(transaction);
            var text = own ?? written.Url?.Replace(Number, transaction, StringComparison.Ordinal);
            var valid = Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.UserInfo.Length == 0;
            if (valid)
                urls[transaction] = url!;
            require(valid, own is null ? "url" : $"urls.{transaction}", own ?? written.Url, $"be an http or https URL without a password, with {Number} where the transaction's number stands");
            if (!valid && own is null)
                break;
        }

        if (written.Url is { } shared && !shared.Contains(Number, StringComparison.Ordinal) && (written.Urls?.Count ?? 0) == 0)
            require(false, "url", shared, $"have {Number} where the transaction's number stands, or urls must name each transaction's");
        return urls;
    }

    private static BureauCredentials? Credentials(BureauFileForm.OfHospital written, string folder, Action<bool, string, object?, string> require)
    {
        require(written.Paasid is null == written.SecretFile is null, "secret_file", written.SecretFile, "be given together with paasid");
        require(written.Signature is null || written.Paasid is not null, "signature", written.Signature, "be given together with paasid");
        require(written.Signature is null || RegionSignature.Schemes.Contains(written.Signature), "signature", written.Signature,
            $"be {string.Join(" or ", RegionSignature.Schemes)}; without it the hospital's region says how");
        require(written.SignatureHeaders is null || written.Paasid is not null, "signature_headers", "given", "be given together with paasid");
        if (written.Paasid is not { } paasId || written.SecretFile is not { } file)
            return null;
        require(paasId.Length > 0 && paasId.All(static c => c is > ' ' and < '\u007f'), "paasid", paasId, "be printable ASCII without spaces");
        var path = Path.Combine(folder, file);
        require(File.Exists(path), "secret_file", file, "name a file that holds the secret alone");
        if (!File.Exists(path))
            return null;
        require(IsPrivate(path), "secret_file", file, "be readable by its owner and group alone (chmod 640)");
        var secret = File.ReadAllText(path).Trim();
        require(secret.Length > 0, "secret_file", file, "hold the secret");
        var names = Names(written.SignatureHeaders);
        var credentials = new BureauCredentials(paasId, secret, written.Signature, names);
        var form = credentials.FormIn(SignatureForm.National);
        require(
            form.Names.All(IsToken) && form.Names.Distinct(StringComparer.OrdinalIgnoreCase).Count() == form.Headers.Count,
            "signature_headers", string.Join(", ", form.Names), "be four names of headers");
        return credentials;
    }

    /// <summary>Those that the file gives, by what the headers hold.</summary>
    private static Dictionary<string, string> Names(BureauFileForm.SignatureHeaders? written) =>
        RegionSignature.Contents.Zip([written?.Paasid, written?.Timestamp, written?.Nonce, written?.Signature])
            .Where(static one => one.Second is not null).ToDictionary(static one => one.First, static one => one.Second!);

    private static bool IsPrivate(string path) =>
        OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & (UnixFileMode.OtherRead | UnixFileMode.OtherWrite)) == 0;

    private static bool IsToken(string name) =>
        name.Length > 0 && name.All(static c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal));
}
