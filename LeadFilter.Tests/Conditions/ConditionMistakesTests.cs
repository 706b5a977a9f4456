using LeadFilter.Tests.Campaigns;

namespace LeadFilter.Tests.Conditions;

/// <summary>What is said of mistakes in conditions: line, column, JSON path, what is wrong and what to do.</summary>
[TestClass]
public sealed class ConditionMistakesTests
{
    [TestMethod]
    [DataRow(
        "[]",
        "7:72 $.rules[0].rejectWhen: this is an array. Write an object { … }.")]
    [DataRow(
        "{}",
        """7:72 $.rules[0].rejectWhen: this condition is empty. Write { "field": …, "is": … }, { "field": …, "op": …, "value": … }, or one of all, any, none, not.""")]
    [DataRow(
        """{ "all": [], "any": [] }""",
        """7:72 $.rules[0].rejectWhen: this condition has no 'field' and more than one key. Write { "field": …, "is": … }, { "field": …, "op": …, "value": … }, or one of all, any, none, not.""")]
    [DataRow(
        """{ "all": [] }""",
        "7:81 $.rules[0].rejectWhen.all: this group is empty. Put at least one condition into it.")]
    [DataRow(
        """{ "any": {} }""",
        "7:81 $.rules[0].rejectWhen.any: this is an object. Write an array [ … ].")]
    [DataRow(
        """{ "not": [] }""",
        "7:81 $.rules[0].rejectWhen.not: this is an array. Write an object { … }.")]
    [DataRow(
        """{ "every": [] }""",
        """7:72 $.rules[0].rejectWhen: 'every' is no condition. Write { "field": …, "is": … }, { "field": …, "op": …, "value": … }, or one of all, any, none, not.""")]
    [DataRow(
        """{ "not": { "none": [ { "all": [ 1 ] } ] } }""",
        "7:104 $.rules[0].rejectWhen.not.none[0].all[0]: this is a number. Write an object { … }.")]
    [DataRow(
        """{ "field": "email" }""",
        """7:72 $.rules[0].rejectWhen: a test needs 'is' or 'op'. Write { "field": …, "is": … }, { "field": …, "op": …, "value": … }, or one of all, any, none, not.""")]
    [DataRow(
        """{ "field": "email", "is": "valid", "op": "in" }""",
        """7:72 $.rules[0].rejectWhen: a test has 'is' or 'op', not both. Write { "field": …, "is": … }, { "field": …, "op": …, "value": … }, or one of all, any, none, not.""")]
    [DataRow(
        """{ "field": "email", "is": "vaild" }""",
        "7:98 $.rules[0].rejectWhen.is: 'vaild' is not known here. Write 'valid' if you meant that; there are: valid, invalid, blank, not blank, true, not true.")]
    [DataRow(
        """{ "field": "email", "op": "==", "value": "a" }""",
        "7:98 $.rules[0].rejectWhen.op: '==' is not known here. Use one of: equal, not equal, <, >=, >, <=, between, not between, in, not in, includes, not includes, starts with, ends with, matches, not matches.")]
    [DataRow(
        """{ "field": "email", "is": "in", "values": ["a"] }""",
        """7:98 $.rules[0].rejectWhen.is: 'in' does not stand under 'is'. Write "op": "in".""")]
    [DataRow(
        """{ "field": 1, "is": "valid" }""",
        """7:83 $.rules[0].rejectWhen.field: this is a number. Write text in "quotes".""")]
    [DataRow(
        """{ "field": "emial", "is": "valid" }""",
        """7:83 $.rules[0].rejectWhen.field: there is no field 'emial'. Write 'email' if you meant that, else declare it under "fields".""")]
    [DataRow(
        """{ "field": "shoe_size", "is": "valid" }""",
        """7:83 $.rules[0].rejectWhen.field: there is no field 'shoe_size'. Use a standard field (docs/fields.md), or declare it under "fields".""")]
    [DataRow(
        """{ "field": "email.domian", "is": "valid" }""",
        "7:83 $.rules[0].rejectWhen.field: 'email' (type email) has no part 'domian'. Use one of: user, tag, domain, host, tld, site, identity, free, disposable, role, mistyped, suggestion, mash.")]
    [DataRow(
        """{ "field": "company.x", "is": "valid" }""",
        "7:83 $.rules[0].rejectWhen.field: 'company' (type string) has no part 'x'. Use the field itself.")]
    [DataRow(
        """{ "field": "page_views.x", "is": "valid" }""",
        "7:83 $.rules[0].rejectWhen.field: 'page_views' (type number) has no part 'x'. Use the field itself.")]
    [DataRow(
        """{ "field": "email", "is": "true" }""",
        "7:98 $.rules[0].rejectWhen.is: 'true' makes no sense on 'email', which is of type email. Use one of: valid, invalid, blank, not blank, equal, not equal, in, not in, includes, not includes, starts with, ends with, matches, not matches.")]
    [DataRow(
        """{ "field": "email", "op": "<", "value": 1 }""",
        "7:98 $.rules[0].rejectWhen.op: '<' makes no sense on 'email', which is of type email. Use one of: valid, invalid, blank, not blank, equal, not equal, in, not in, includes, not includes, starts with, ends with, matches, not matches.")]
    [DataRow(
        """{ "field": "opt_in", "op": "in", "values": [true] }""",
        "7:99 $.rules[0].rejectWhen.op: 'in' makes no sense on 'opt_in', which is of type boolean. Use one of: valid, invalid, blank, not blank, true, not true, equal, not equal.")]
    [DataRow(
        """{ "field": "email", "is": "valid", "value": 1 }""",
        "7:116 $.rules[0].rejectWhen.value: 'valid' takes no value. Remove this key.")]
    [DataRow(
        """{ "field": "email", "is": "valid", "values": [] }""",
        "7:117 $.rules[0].rejectWhen.values: 'valid' takes no value. Remove this key.")]
    [DataRow(
        """{ "field": "page_views", "op": "<" }""",
        "7:72 $.rules[0].rejectWhen: '<' has the wrong number of values. Write one 'value'.")]
    [DataRow(
        """{ "field": "page_views", "op": "<", "values": [1, 2] }""",
        "7:72 $.rules[0].rejectWhen: '<' has the wrong number of values. Write one 'value'.")]
    [DataRow(
        """{ "field": "page_views", "op": "<", "value": 1, "values": [2] }""",
        "7:72 $.rules[0].rejectWhen: '<' has the wrong number of values. Write one 'value'.")]
    [DataRow(
        """{ "field": "page_views", "op": "between", "value": 1 }""",
        "7:72 $.rules[0].rejectWhen: 'between' has the wrong number of values. Write 'values': [ from, to ].")]
    [DataRow(
        """{ "field": "page_views", "op": "between", "values": [3, 2] }""",
        "7:124 $.rules[0].rejectWhen.values: the first value is greater than the second. Swap them.")]
    [DataRow(
        """{ "field": "page_views", "op": "in", "values": [] }""",
        "7:72 $.rules[0].rejectWhen: 'in' has the wrong number of values. Write one 'value', or 'values': [ … ].")]
    [DataRow(
        """{ "field": "page_views", "op": "in", "values": 5 }""",
        "7:119 $.rules[0].rejectWhen.values: this is a number. Write an array [ … ].")]
    [DataRow(
        """{ "field": "page_views", "op": "in", "values": [1, "many", null, [], " "] }""",
        "7:123 $.rules[0].rejectWhen.values[1]: 'many' is no number (not a number). Write a value that 'page_views' can have." + "\n"
            + "7:131 $.rules[0].rejectWhen.values[2]: this is null. Write text, a number, or true or false." + "\n"
            + "7:137 $.rules[0].rejectWhen.values[3]: this is an array. Write text, a number, or true or false." + "\n"
            + "7:141 $.rules[0].rejectWhen.values[4]: this is empty text. Write text, a number, or true or false.")]
    [DataRow(
        """{ "field": "state", "op": "equal", "value": "Texass" }""",
        "7:116 $.rules[0].rejectWhen.value: 'Texass' is no state (not a state or province). Write a value that 'state' can have.")]
    [DataRow(
        """{ "field": "email", "op": "equal", "value": "ann" }""",
        "7:116 $.rules[0].rejectWhen.value: 'ann' is no email (no @). Write a value that 'email' can have.")]
    [DataRow(
        """{ "field": "created_at", "op": ">", "value": "soon" }""",
        "7:117 $.rules[0].rejectWhen.value: 'soon' is no timestamp (not a date). Write a value that 'created_at' can have.")]
    [DataRow(
        """{ "field": "email", "op": "matches", "value": "(a" }""",
        """7:118 $.rules[0].rejectWhen.value: this pattern cannot be read (InsufficientClosingParentheses at 2). Mend the pattern; text to be taken literally needs \ before . * + ? ( ) [ ] { } | ^ $.""")]
    [DataRow(
        """{ "field": "email", "op": "matches", "value": "(?<=a)b" }""",
        "7:118 $.rules[0].rejectWhen.value: this pattern needs backtracking (look-around, back-references or atomic groups), or repeats too much. Write it without them and with smaller counts, or use several conditions.")]
    [DataRow(
        """{ "field": "email", "op": "matches", "value": "(a)\\1" }""",
        "7:118 $.rules[0].rejectWhen.value: this pattern needs backtracking (look-around, back-references or atomic groups), or repeats too much. Write it without them and with smaller counts, or use several conditions.")]
    [DataRow(
        """{ "field": "email", "op": "matches", "value": "(?>a)b" }""",
        "7:118 $.rules[0].rejectWhen.value: this pattern needs backtracking (look-around, back-references or atomic groups), or repeats too much. Write it without them and with smaller counts, or use several conditions.")]
    [DataRow(
        """{ "field": "email", "op": "matches", "value": "((a{1000}){1000}){1000}" }""",
        "7:118 $.rules[0].rejectWhen.value: this pattern needs backtracking (look-around, back-references or atomic groups), or repeats too much. Write it without them and with smaller counts, or use several conditions.")]
    [DataRow(
        """{ "field": "email", "op": "matches", "values": ["a", "b"] }""",
        "7:72 $.rules[0].rejectWhen: 'matches' has the wrong number of values. Write one 'value'.")]
    [DataRow(
        """{ "field": "email", "op": "includes", "value": "" }""",
        "7:119 $.rules[0].rejectWhen.value: this is empty text. Write text, a number, or true or false.")]
    [DataRow(
        """{ "field": "email", "is": "valid", "vlaue": 1 }""",
        "7:116 $.rules[0].rejectWhen.vlaue: unknown key 'vlaue'. Write 'value' if you meant that, else remove it.")]
    [DataRow(
        """{ "field": "email", "is": "valid", "any": [] }""",
        "7:114 $.rules[0].rejectWhen.any: unknown key 'any'. Remove it, or use one of: field, is, op, value, values.")]
    [DataRow(
        """{ "field": "email", "op": "valid" }""",
        """7:98 $.rules[0].rejectWhen.op: 'valid' does not stand under 'op'. Write "is": "valid".""")]
    public void Conditions(string json, string mistakes) => Assert.AreEqual(mistakes, CampaignText.Mistakes(CampaignText.WithCondition(json)));
}
