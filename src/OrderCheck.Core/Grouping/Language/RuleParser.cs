using System.Collections.Immutable;

namespace OrderCheck.Core.Grouping.Language;

/// <summary>Reads a rule. <c>and</c> binds tighter than <c>or</c>; <c>not</c> tighter than both.</summary>
public sealed class RuleParser
{
    private const int DeepestNesting = 64;

    private readonly List<RuleToken> _tokens;
    private int _at;
    private int _depth;

    private RuleParser(List<RuleToken> tokens) => _tokens = tokens;

    private RuleToken Current => _tokens[_at];

    /// <exception cref="RuleSyntaxException">Names line and column in <paramref name="text"/>.</exception>
    public static RuleNode Parse(string text)
    {
        var parser = new RuleParser(RuleLexer.Read(text));
        if (parser.Current.Kind == RuleTokenKind.End)
            return new RuleNode.Always();
        var rule = parser.ReadAny();
        if (parser.Current.Kind != RuleTokenKind.End)
            throw parser.Unexpected("'and', 'or' or the rule's end");
        return rule;
    }

    private RuleNode ReadAny()
    {
        var parts = ReadList(RuleTokenKind.Or, ReadAll);
        return parts is [var only] ? only : new RuleNode.Any(parts);
    }

    private RuleNode ReadAll()
    {
        var parts = ReadList(RuleTokenKind.And, ReadOne);
        return parts is [var only] ? only : new RuleNode.All(parts);
    }

    private ImmutableArray<RuleNode> ReadList(RuleTokenKind separator, Func<RuleNode> read)
    {
        var parts = ImmutableArray.CreateBuilder<RuleNode>();
        parts.Add(read());
        while (Current.Kind == separator)
        {
            _at++;
            parts.Add(read());
        }
        return parts.ToImmutable();
    }

    private RuleNode ReadOne()
    {
        if (Current.Kind == RuleTokenKind.Not)
            return Deeper(ReadNegation);
        if (Current.Kind == RuleTokenKind.OpenParenthesis)
            return Deeper(ReadParenthesis);
        if (Current is { Kind: RuleTokenKind.Number, Text: "1" })
        {
            _at++;
            return new RuleNode.Always();
        }
        if (Current.Kind == RuleTokenKind.Name && Current.Text.Equals("length", StringComparison.OrdinalIgnoreCase))
            return ReadHitCount();
        if (Current.Kind == RuleTokenKind.Name && NumberNamed(Current.Text) is { } number)
        {
            _at++;
            var (comparison, value) = ReadComparison();
            return new RuleNode.Number(number, comparison, value);
        }
        return ReadMembership();
    }

    private RuleNode Deeper(Func<RuleNode> read)
    {
        if (++_depth > DeepestNesting)
            throw new RuleSyntaxException(Current.Line, Current.Column, $"The rule is nested deeper than {DeepestNesting}.");
        _at++;
        var inner = read();
        _depth--;
        return inner;
    }

    private RuleNode.Not ReadNegation() => new(ReadOne());

    private RuleNode ReadParenthesis()
    {
        var inner = ReadAny();
        Expect(RuleTokenKind.CloseParenthesis, "')'");
        return inner;
    }

    private RuleNode ReadMembership()
    {
        var variables = ReadVariables();
        var negated = Take(RuleTokenKind.Not);
        Expect(RuleTokenKind.In, negated ? "'in'" : "'in' or 'not in'");
        var membership = new RuleNode.Membership(variables, ReadSets(variables));
        return negated ? new RuleNode.Not(membership) : membership;
    }

    private RuleNode.HitCount ReadHitCount()
    {
        _at++;
        Expect(RuleTokenKind.OpenParenthesis, "'('");
        var setsAt = _at;
        ReadNames("a set");
        Expect(RuleTokenKind.Intersection, "'∩'");
        var variables = ReadVariables();
        Expect(RuleTokenKind.CloseParenthesis, "')'");
        var behind = _at;
        _at = setsAt;
        var sets = ReadSets(variables);
        _at = behind;
        var (comparison, value) = ReadComparison();
        return new RuleNode.HitCount(variables, sets, comparison, value);
    }

    private CodeVariables ReadVariables()
    {
        var variables = CodeVariables.None;
        foreach (var name in ReadNames("ZYZD, QTZD, ZYSS, QTSS, NL, XSRTL, XSRTZ, XB or ZYTS"))
        {
            variables |= name.Text switch
            {
                "ZYZD" => CodeVariables.PrincipalDiagnosis,
                "QTZD" => CodeVariables.OtherDiagnoses,
                "ZYSS" => CodeVariables.PrincipalProcedure,
                "QTSS" => CodeVariables.OtherProcedures,
                _ => throw new RuleSyntaxException(name.Line, name.Column,
                    $"'{name.Text}' is no variable. There are ZYZD, QTZD, ZYSS, QTSS, NL, XSRTL, XSRTZ, XB and ZYTS."),
            };
            if ((variables & CodeVariables.Diagnoses) != 0 && (variables & CodeVariables.Procedures) != 0)
                throw new RuleSyntaxException(name.Line, name.Column, "Diagnoses and procedures can't be looked up together.");
        }
        return variables;
    }

    private ImmutableArray<SetName> ReadSets(CodeVariables variables)
    {
        var sets = ImmutableArray.CreateBuilder<SetName>();
        foreach (var name in ReadNames("a set"))
        {
            var set = new SetName(name.Text, name.Line, name.Column);
            if (set.IsComplication && variables != CodeVariables.OtherDiagnoses)
                throw new RuleSyntaxException(name.Line, name.Column, $"{set.Name} holds other diagnoses: only QTZD can be in it.");
            if (set.IsOfProcedures != ((variables & CodeVariables.Procedures) != 0))
                throw new RuleSyntaxException(name.Line, name.Column,
                    $"{set.Name} holds {(set.IsOfProcedures ? "procedures" : "diagnoses")}, and the variable does not.");
            sets.Add(set);
        }
        return sets.ToImmutable();
    }

    private List<RuleToken> ReadNames(string expected)
    {
        if (Current.Kind == RuleTokenKind.Name)
            return [_tokens[_at++]];
        Expect(RuleTokenKind.OpenBrace, expected + " or '{'");
        var names = new List<RuleToken>();
        do
        {
            names.Add(Current);
            Expect(RuleTokenKind.Name, expected);
        }
        while (Take(RuleTokenKind.Comma));
        Expect(RuleTokenKind.CloseBrace, "',' or '}'");
        return names;
    }

    private (Comparison Comparison, int Value) ReadComparison()
    {
        var sign = Current;
        Expect(RuleTokenKind.Comparison, "=, <, <=, > or >=");
        var number = Current;
        Expect(RuleTokenKind.Number, "a whole number");
        if (!int.TryParse(number.Text, out var value))
            throw new RuleSyntaxException(number.Line, number.Column, $"{number.Text} is too large.");
        return (ComparisonOf(sign.Text), value);
    }

    private static Comparison ComparisonOf(string sign) => sign switch
    {
        "=" => Comparison.Equal,
        "<" => Comparison.Less,
        "<=" => Comparison.LessOrEqual,
        ">" => Comparison.Greater,
        _ => Comparison.GreaterOrEqual,
    };

    private static CaseNumbers? NumberNamed(string name) => name switch
    {
        "NL" => CaseNumbers.AgeYears,
        "XSRTL" => CaseNumbers.AgeDays,
        "XSRTZ" => CaseNumbers.BirthWeight,
        "XB" => CaseNumbers.Sex,
        "ZYTS" => CaseNumbers.StayDays,
        _ => null,
    };

    private bool Take(RuleTokenKind kind)
    {
        if (Current.Kind != kind)
            return false;
        _at++;
        return true;
    }

    private void Expect(RuleTokenKind kind, string expected)
    {
        if (!Take(kind))
            throw Unexpected(expected);
    }

    private RuleSyntaxException Unexpected(string expected) =>
        new(Current.Line, Current.Column, Current.Kind == RuleTokenKind.End
            ? $"The rule ends where {expected} is expected."
            : $"'{Current.Text}' stands where {expected} is expected.");
}
