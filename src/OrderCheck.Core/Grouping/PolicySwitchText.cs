namespace OrderCheck.Core.Grouping;

/// <summary>Policy switches by name and value, as in scheme.json and on the command line.</summary>
public static class PolicySwitchText
{
    /// <summary>Sets one switch.</summary>
    /// <param name="opAllSets">The lists that opAllSet can choose from, beside the scheme's own.</param>
    /// <exception cref="FormatException">Names the switch, the value and what is allowed.</exception>
    public static PolicySwitches With(this PolicySwitches switches, string name, string value, IReadOnlyCollection<string> opAllSets) =>
        Plain(name) switch
        {
            "qyenabled" => switches with { QyEnabled = OnOff(name, value) },
            "opallset" => switches with { OpAllSet = OpAll(name, value, opAllSets) },
            "unmatchedinmdc" => switches with
            {
                StopUnmatched = Choice(name, value, ["x00", "stop", "x00andstop"], ["goon", "continue", "0000"], "X00 or goOn"),
            },
            "sexmismatchqy" => switches with { SexMismatchQy = OnOff(name, value) },
            "mdcofemaleonly" => switches with { MdcoFemaleOnly = OnOff(name, value) },
            "newbornnonp" => switches with { NewbornNonPQy = Choice(name, value, ["pqy"], ["p00"], "PQY or P00") },
            "hivanydiagnosis" => switches with
            {
                HivAnyDiagnosis = Plain(value) == "scheme" ? null : OnOff(name, value, ", or scheme for the scheme's own rule"),
            },
            _ => throw new FormatException(
                $"There is no switch '{name}'. There are qyEnabled, opAllSet, unmatchedInMdc, sexMismatchQy, mdcoFemaleOnly, newbornNonP and "
                + "hivAnyDiagnosis."),
        };

    /// <summary>Every switch with its value, in the form that <see cref="With"/> reads.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> All(this PolicySwitches switches) =>
    [
        new("qyEnabled", switches.QyEnabled ? "on" : "off"),
        new("opAllSet", switches.OpAllSet),
        new("unmatchedInMdc", switches.StopUnmatched ? "X00" : "goOn"),
        new("sexMismatchQy", switches.SexMismatchQy ? "on" : "off"),
        new("mdcoFemaleOnly", switches.MdcoFemaleOnly ? "on" : "off"),
        new("newbornNonP", switches.NewbornNonPQy ? "PQY" : "P00"),
        new("hivAnyDiagnosis", switches.HivAnyDiagnosis switch { true => "on", false => "off", null => "scheme" }),
    ];

    /// <summary>The name that <see cref="With"/> reads.</summary>
    public static string NameOf(PolicySwitch policy)
    {
        var name = policy.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    private static string OpAll(string name, string value, IReadOnlyCollection<string> sets)
    {
        if (Plain(value) == Plain(PolicySwitches.OwnOpAll) || Plain(value) == "indefaultopall")
            return PolicySwitches.OwnOpAll;
        return sets.FirstOrDefault(set => "in" + Plain(set) == Plain(value) || Plain(set).EndsWith(Plain(value), StringComparison.Ordinal))
            ?? throw new FormatException(
                $"{name} can't be '{value}'; it is one of {string.Join(", ", sets.Prepend(PolicySwitches.OwnOpAll))}.");
    }

    private static bool OnOff(string name, string value, string also = "") =>
        Choice(name, value, ["on", "true", "1", "yes"], ["off", "false", "0", "no"], "on or off" + also);

    private static bool Choice(string name, string value, string[] yes, string[] no, string allowed)
    {
        var plain = Plain(value);
        return yes.Contains(plain) || (no.Contains(plain)
            ? false
            : throw new FormatException($"{name} can't be '{value}'; it is {allowed}."));
    }

    private static string Plain(string text) =>
        string.Concat(text.Where(c => c is not ('-' or '_' or ' '))).ToLowerInvariant();
}
