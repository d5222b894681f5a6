namespace OrderCheck.Interop.Nhsa.Reading;

/// <summary>Kinds of <see cref="Deviation"/>: stable names, for counting by caller.</summary>
internal static class Deviations
{
    /// <summary>One object where the specification has an array.</summary>
    public const string SingleObject = "single_object";

    /// <summary>An array where it has one object.</summary>
    public const string ArrayForObject = "array_for_object";

    /// <summary>A child collection stands beside its parent.</summary>
    public const string SiblingCollection = "sibling_collection";
    public const string NumberAsText = "number_as_text";
    public const string TextAsNumber = "text_as_number";
    public const string TextAsBoolean = "text_as_boolean";

    /// <summary>"", "-" or null in a field that is required.</summary>
    public const string Blank = "blank_for_unknown";

    /// <summary>A required field is not there.</summary>
    public const string Missing = "missing_field";

    /// <summary>"1" for "01", "210" for "2".</summary>
    public const string ShortCode = "short_code";

    /// <summary>A code that the region's table does not have, in a field that can do without.</summary>
    public const string UnknownCode = "unknown_code";
    public const string UnknownField = "unknown_field";
    public const string FieldTwice = "field_twice";
    public const string OverLong = "over_long";
    public const string ControlCharacter = "control_character";
    public const string DateForm = "date_form";

    /// <summary>A date that stands for none: 1900-01-01, 9999-12-31.</summary>
    public const string PlaceholderDate = "placeholder_date";

    /// <summary>dscg_date is the time of asking: the patient is still here.</summary>
    public const string DischargedNow = "discharge_is_now";
    public const string NumberRounded = "number_rounded";

    /// <summary>A context line without a quantity above nothing that is no refund of a line beside it.</summary>
    public const string RefundLine = "refund_line";

    /// <summary>A context line, diagnosis or operation without an id or a code.</summary>
    public const string Nameless = "nameless_entry";
    public const string SameLineTwice = "same_line_twice";

    /// <summary>One rx_id for several lines.</summary>
    public const string SharedLineId = "shared_line_id";

    /// <summary>A patient is told several times, each time with some of the visits.</summary>
    public const string PatientTwice = "patient_twice";

    /// <summary>A visit is told several times, each time with some of its lines.</summary>
    public const string VisitTwice = "visit_twice";
    public const string ByteOrderMark = "byte_order_mark";

    /// <summary>infno is none of the transactions that are asked this way.</summary>
    public const string OtherTransaction = "other_infno";

    /// <summary>trig_scen is not given: what the transaction asks by itself is taken.</summary>
    public const string NoScenario = "no_scenario";

    /// <summary>curr_mdtrt_id names no visit of the request, which has only one.</summary>
    public const string OtherCurrentVisit = "other_current_visit";
}
