using System.Diagnostics;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Rules;
using Xunit;

namespace OrderCheck.Core.Tests.Rules;

public sealed class HostileExpressionTests
{
    public static TheoryData<string> Expressions() =>
    [
        // Reaching out of the vocabulary.
        "DateTime.Now > DateTime.MinValue",
        "DateTime.UtcNow.Year > 2000",
        "patient.GetType() != null",
        "patient.Sex.GetType().Assembly.FullName != \"\"",
        "patient.ToString() == \"\"",
        "patient.Sex.GetHashCode() == 0",
        "patient.Equals(visit)",
        "Environment.Exit(1)",
        "Environment.MachineName == \"\"",
        "System.IO.File.ReadAllText(\"/etc/passwd\") == \"\"",
        "Convert.ToInt32(\"1\") == 1",
        "Guid.NewGuid() != null",
        "Math.Pow(10, 300) > 1",
        "String.Format(\"{0}\", 1) == \"1\"",
        "string.Join(\"\", \"a\") == \"a\"",
        "Utils.CheckContains(\"a\", \"a,b\")",
        "ExpressionUtils.CheckContains(\"a\", \"a,b\")",
        "other.Counterpart == null",
        "limit.EffectiveFrom == null",
        "limit.IsPrefix",
        "limit.InForce(null)",
        "limit.OtherCode == null",
        "facts.Limit == null",
        "it == null",
        "this.patient == null",
        "@0 == 1",
        "limit as SexLimit != null",
        "Type.GetType(\"System.Environment\") != null",
        "\"System.Environment\".GetType().Assembly.GetType(\"System.Environment\") != null",
        // Using up memory or time.
        "\"a\".PadLeft(100000000) == \"\"",
        "\"a\".PadRight(2000000000).Length > 0",
        "Enumerable.Range(0, 1000000000).Sum() > 0",
        "new string('a', 1000000000) == \"\"",
        "new int[1000000000].Length > 0",
        "patient.Sex.Replace(\"\", \"aaaa\") == \"\"",
        "(patient.Sex + patient.Sex + patient.Sex) == \"\"",
        "patient.Sex.ToCharArray().Any(c => c == 'a')",
        "new(patient.Sex as a, visit.Mode as b) != null",
        "new[] { 1, 2, 3 }.Contains(1)",
        "patient.Sex[0] == 'a'",
        "Regex.IsMatch(\"aaaaaaaaaaaaaaaaaaaaaaaa!\", \"(a+)+$\")",
        "Thread.Sleep(1000000)",
        "Task.Delay(1000000).Wait()",
        "(() => true)()",
        "iif(true, patient.GetType(), null) != null",
        "np(patient.Sex.Length.ToString().Length) > 0",
        // No condition, or no text at all.
        "",
        "   ",
        "1",
        "null",
        "patient",
        "patient.Sex",
        "patient.AgeYears",
        "prescription.OnlyListedPieces",
        "true; false",
        "patient.Sex == ",
        "patient.Sexx == null",
        "patient.Sex > 1",
        "limit.Sex != patient.Sex //",
        "use.OnDay(1) > 0",
        "use.InDays(\"7\") > 0",
        "use.InDays(99999999999) > 0",
        "\"",
        "\0",
        "'",
        "\\",
        "1e308 * 1e308 > 0",
        "0x7fffffffffffffffffff > 0",
        // Nesting.
        new string('(', 990) + "true" + new string(')', 990),
        new string('(', 33) + "true" + new string(')', 33),
        string.Concat(Enumerable.Repeat("(\")\" == ", 200)) + "\"\"" + new string(')', 200),
        string.Concat(Enumerable.Repeat("(\"\\\")\" == ", 150)) + "\"\"" + new string(')', 150),
        new string('!', 1_990) + "true",
        new string('-', 1_990) + "1 > 0",
        string.Concat(Enumerable.Repeat("not ", 490)) + "true",
        string.Concat(Enumerable.Repeat("true?", 350)) + "true" + string.Concat(Enumerable.Repeat(":true", 40)),
        string.Concat(Enumerable.Repeat("true?true:", 190)) + "true",
        string.Concat(Enumerable.Repeat("x=>", 600)) + "true",
        string.Concat(Enumerable.Repeat("new(", 400)) + string.Concat(Enumerable.Repeat(")", 400)),
        string.Concat(Enumerable.Repeat("iif(true,", 200)) + "true" + string.Concat(Enumerable.Repeat(",false)", 50)),
        string.Concat(Enumerable.Repeat("np(", 600)) + "1" + new string(')', 190),
        new string('[', 1_990),
        new string('{', 1_990),
        "patient" + string.Concat(Enumerable.Repeat(".Sex", 400)) + " == null",
        "true " + new string(' ', 2_000),
    ];

    [Theory]
    [MemberData(nameof(Expressions))]
    public void A_hostile_or_meaningless_expression_is_refused_with_its_place(string expression)
    {
        var watch = Stopwatch.StartNew();

        var build = ReleaseBuilder.Build(Folders.With(RuleJson.File(RuleJson.Rule(expression))), 1);

        Assert.Null(build.Release);
        Assert.All(build.Faults, fault => Assert.Equal("payment/test.json", fault.File));
        Assert.Contains(build.Faults, fault => fault.Line == 6 && fault.Column > 1);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"took {watch.Elapsed}");
    }

    public static TheoryData<string> LongButHarmless() =>
    [
        string.Join(" || ", Enumerable.Repeat("1<0", 280)),
        string.Join(" && ", Enumerable.Repeat("patient.Sex != null", 80)),
        string.Join("*", Enumerable.Repeat("9", 900)) + ">0",
        "limit.Sex == \"" + new string('男', 1_900) + "\"",
        new string('(', 30) + "true" + new string(')', 30),
        // Odd, but no more than a comparison.
        "SexLimit(limit).Sex == null",
        "patient.Sex = \"男\"",
    ];

    [Theory]
    [MemberData(nameof(LongButHarmless))]
    public void A_long_expression_of_admitted_parts_is_compiled_or_refused_in_bounded_time(string expression)
    {
        var watch = Stopwatch.StartNew();

        var build = ReleaseBuilder.Build(Folders.With(RuleJson.File(RuleJson.Rule(expression))), 1);

        Assert.True((build.Release is null) == (build.Faults.Count > 0));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"took {watch.Elapsed}");
    }

    [Theory]
    [InlineData("use.OnDay() / (use.OnDay() - use.OnDay()) > 1", typeof(DivideByZeroException))]
    [InlineData("use.OnDay() * 9999999999 * 9999999999 * 9999999999 > 1", typeof(OverflowException))]
    public void A_rule_that_throws_throws_to_its_caller_only(string expression, Type failure)
    {
        var release = Folders.Built(Folders.With(RuleJson.File(RuleJson.Rule(expression))));
        var facts = new CaseFacts { OnDayIs = 1 }.Of(new SexLimit { Sex = "男" });

        Assert.Throws(failure, () => release.Rules[0].Matches(facts));
    }
}
