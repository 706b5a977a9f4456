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
        """7:72 $.rules[0].rejectWhen: this condition is empty. Write { "field": …, "is": … }, { "field": …, "op": …, "value": … }, { "use": … }, { "share": 10, "of": "person" }, or one of all, any, none, not.""")]
    [DataRow(
        """{ "all": [], "any": [] }""",
        """7:72 $.rules[0].rejectWhen: this condition has no 'field' and more than one key. Write { "field": …, "is": … }, { "field": …, "op": …, "value": … }, { "use": … }, { "share": 10, "of": "person" }, or one of all, any, none, not.""")]
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
        """7:72 $.rules[0].rejectWhen: 'every' is not a condition. Write 'all' if you meant that. Write { "field": …, "is": … }, { "field": …, "op": …, "value": … }, { "use": … }, { "share": 10, "of": "person" }, or one of all, any, none, not.""")]
    [DataRow(
        """{ "not": { "none": [ { "all": [ 1 ] } ] } }""",
        "7:104 $.rules[0].rejectWhen.not.none[0].all[0]: this is a number. Write an object { … }.")]
    [DataRow(
        """{ "field": "email" }""",
        """7:72 $.rules[0].rejectWhen: a test needs 'is' or 'op'. Write { "field": …, "is": … }, { "field": …, "op": …, "value": … }, { "use": … }, { "share": 10, "of": "person" }, or one of all, any, none, not.""")]
    [DataRow(
        """{ "field": "email", "is": "valid", "op": "in" }""",
        """7:72 $.rules[0].rejectWhen: a test has 'is' or 'op', not both. Write { "field": …, "is": … }, { "field": …, "op": …, "value": … }, { "use": … }, { "share": 10, "of": "person" }, or one of all, any, none, not.""")]
    [DataRow(
        """{ "field": "email", "is": "vaild" }""",
        "7:98 $.rules[0].rejectWhen.is: 'vaild' is not known here. Write 'valid' if you meant that; there are: valid, invalid, blank, not blank, true, not true, false, obscene, not obscene.")]
    [DataRow(
        """{ "field": "email", "op": "==", "value": "a" }""",
        "7:98 $.rules[0].rejectWhen.op: '==' is not known here. Write 'equal' if you meant that; there are: equal, not equal, <, >=, >, <=, between, not between, in, not in, includes, not includes, starts with, not starts with, ends with, not ends with, matches, not matches, similar to, not similar to, older than, newer than.")]
    [DataRow(
        """{ "field": "email", "is": "in", "values": ["a"] }""",
        """7:98 $.rules[0].rejectWhen.is: 'in' does not stand under 'is'. Write "op": "in".""")]
    [DataRow(
        """{ "field": 1, "is": "valid" }""",
        """7:83 $.rules[0].rejectWhen.field: this is a number. Write text in "quotes".""")]
    [DataRow(
        """{ "field": "emial", "is": "valid" }""",
        """7:83 $.rules[0].rejectWhen.field: there is no field 'emial'. Write 'email' if you meant that, otherwise declare it under "fields".""")]
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
        "7:98 $.rules[0].rejectWhen.is: 'true' does not apply to 'email', which is of type email. Use one of: valid, invalid, blank, not blank, equal, not equal, in, not in, includes, not includes, starts with, not starts with, ends with, not ends with, matches, not matches, similar to, not similar to.")]
    [DataRow(
        """{ "field": "email", "op": "<", "value": 1 }""",
        "7:98 $.rules[0].rejectWhen.op: '<' does not apply to 'email', which is of type email. Use one of: valid, invalid, blank, not blank, equal, not equal, in, not in, includes, not includes, starts with, not starts with, ends with, not ends with, matches, not matches, similar to, not similar to.")]
    [DataRow(
        """{ "field": "opt_in", "op": "in", "values": [true] }""",
        "7:99 $.rules[0].rejectWhen.op: 'in' does not apply to 'opt_in', which is of type boolean. Use one of: valid, invalid, blank, not blank, true, not true, false, equal, not equal.")]
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
        "7:119 $.rules[0].rejectWhen.values: this is a number. Write it in brackets: [ 5 ].")]
    [DataRow(
        """{ "field": "page_views", "op": "in", "values": [1, "many", null, [], " "] }""",
        "7:123 $.rules[0].rejectWhen.values[1]: 'many' is not a valid number (not a number). Write a value that 'page_views' can have." + "\n"
            + "7:131 $.rules[0].rejectWhen.values[2]: this is null. Write text, a number, or true or false." + "\n"
            + "7:137 $.rules[0].rejectWhen.values[3]: this is an array. Write text, a number, or true or false." + "\n"
            + "7:141 $.rules[0].rejectWhen.values[4]: this is empty text. Write text, a number, or true or false.")]
    [DataRow(
        """{ "field": "state", "op": "equal", "value": "Texass" }""",
        "7:116 $.rules[0].rejectWhen.value: 'Texass' is not a valid state (not a state or province). Write a value that 'state' can have.")]
    [DataRow(
        """{ "field": "email", "op": "equal", "value": "ann" }""",
        "7:116 $.rules[0].rejectWhen.value: 'ann' is not a valid email (no @). Write a value that 'email' can have.")]
    [DataRow(
        """{ "field": "created_at", "op": ">", "value": "soon" }""",
        "7:117 $.rules[0].rejectWhen.value: 'soon' is not a valid timestamp (not a date). Write a value that 'created_at' can have.")]
    [DataRow(
        """{ "field": "email", "op": "matches", "value": "(a" }""",
        """7:118 $.rules[0].rejectWhen.value: this pattern cannot be read (InsufficientClosingParentheses at 2). Fix the pattern; text to be taken literally needs \ before . * + ? ( ) [ ] { } | ^ $.""")]
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
        "7:118 $.rules[0].rejectWhen.value: in this pattern, 1000000 characters are counted inside a part that is repeated itself, as in (.{20})*. Use smaller counts there, 16 characters in all, or use several conditions.")]
    [DataRow(
        """{ "field": "email", "op": "matches", "values": ["a", "b"] }""",
        "7:72 $.rules[0].rejectWhen: 'matches' has the wrong number of values. Write one 'value'.")]
    [DataRow(
        """{ "field": "email", "op": "includes", "value": "" }""",
        "7:119 $.rules[0].rejectWhen.value: this is empty text. Write text, a number, or true or false.")]
    [DataRow(
        """{ "field": "email", "is": "valid", "vlaue": 1 }""",
        "7:116 $.rules[0].rejectWhen.vlaue: unknown key 'vlaue'. Write 'value' if you meant that, otherwise remove it.")]
    [DataRow(
        """{ "field": "email", "is": "valid", "any": [] }""",
        "7:114 $.rules[0].rejectWhen.any: unknown key 'any'. Remove it, or use one of: field, is, op, value, values, other, list, edits.")]
    [DataRow(
        """{ "field": "email", "op": "valid" }""",
        """7:98 $.rules[0].rejectWhen.op: 'valid' does not stand under 'op'. Write "is": "valid".""")]
    [DataRow(
        """{ "use": "serios" }""",
        "7:81 $.rules[0].rejectWhen.use: there is not a condition 'serios'. Write 'serious' if you meant that.")]
    [DataRow(
        """{ "use": "nothing-like-it" }""",
        """7:81 $.rules[0].rejectWhen.use: there is not a condition 'nothing-like-it'. Add "conditions": { "nothing-like-it": … }.""")]
    [DataRow(
        """{ "use": 1 }""",
        """7:81 $.rules[0].rejectWhen.use: this is a number. Write text in "quotes".""")]
    [DataRow(
        """{ "use": "serious", "field": "email" }""",
        "7:101 $.rules[0].rejectWhen.field: unknown key 'field'. Remove it, or use one of: use.")]
    [DataRow(
        """{ "field": "email", "op": "similar to", "value": "ann@gmail.com" }""",
        """7:72 $.rules[0].rejectWhen: 'similar to' needs 'edits'. Add "edits": 1 to 3: how many letters may differ.""")]
    [DataRow(
        """{ "field": "email", "op": "similar to", "value": "ann@gmail.com", "edits": 4 }""",
        "7:147 $.rules[0].rejectWhen.edits: 4 is out of range. Write a number from 1 to 3.")]
    [DataRow(
        """{ "field": "email", "op": "similar to", "value": "ann@gmail.com", "edits": 1.5 }""",
        "7:147 $.rules[0].rejectWhen.edits: 1.5 is not a whole number. Write a whole number from 1 to 3.")]
    [DataRow(
        """{ "field": "email", "op": "similar to", "value": "ann@gmail.com", "edits": "1" }""",
        "7:147 $.rules[0].rejectWhen.edits: this is text. Write 1, a number without quotes.")]
    [DataRow(
        """{ "field": "email", "op": "equal", "value": "ann@gmail.com", "edits": 1 }""",
        "7:142 $.rules[0].rejectWhen.edits: 'equal' counts no edits. Remove this key.")]
    [DataRow(
        """{ "field": "page_views", "op": "similar to", "value": 1, "edits": 1 }""",
        "7:103 $.rules[0].rejectWhen.op: 'similar to' does not apply to 'page_views', which is of type number. Use one of: valid, invalid, blank, not blank, equal, not equal, <, >=, >, <=, between, not between, in, not in.")]
    [DataRow(
        """{ "field": "created_at", "op": "older than", "value": "soon" }""",
        """7:126 $.rules[0].rejectWhen.value: 'soon' is not a length of time. Write a number and seconds, minutes, hours, days or weeks, or a whole number and months or years, such as "5 minutes" or "18 years".""")]
    [DataRow(
        """{ "field": "created_at", "op": "older than", "value": 5 }""",
        """7:126 $.rules[0].rejectWhen.value: '5' is not a length of time. Write a number and seconds, minutes, hours, days or weeks, or a whole number and months or years, such as "5 minutes" or "18 years".""")]
    [DataRow(
        """{ "field": "created_at", "op": "newer than", "value": "5 fortnights" }""",
        """7:126 $.rules[0].rejectWhen.value: '5 fortnights' is not a length of time. Write a number and seconds, minutes, hours, days or weeks, or a whole number and months or years, such as "5 minutes" or "18 years".""")]
    [DataRow(
        """{ "field": "created_at", "op": "newer than", "value": "0 days" }""",
        """7:126 $.rules[0].rejectWhen.value: '0 days' is not a length of time. Write a number and seconds, minutes, hours, days or weeks, or a whole number and months or years, such as "5 minutes" or "18 years".""")]
    [DataRow(
        """{ "field": "created_at", "op": "newer than", "value": "1.5 years" }""",
        """7:126 $.rules[0].rejectWhen.value: '1.5 years' is not a length of time. Write a number and seconds, minutes, hours, days or weeks, or a whole number and months or years, such as "5 minutes" or "18 years".""")]
    [DataRow(
        """{ "field": "created_at", "op": "newer than", "value": "0 months" }""",
        """7:126 $.rules[0].rejectWhen.value: '0 months' is not a length of time. Write a number and seconds, minutes, hours, days or weeks, or a whole number and months or years, such as "5 minutes" or "18 years".""")]
    [DataRow(
        """{ "field": "created_at", "op": "newer than", "value": "300 years" }""",
        """7:126 $.rules[0].rejectWhen.value: '300 years' is not a length of time. Write a number and seconds, minutes, hours, days or weeks, or a whole number and months or years, such as "5 minutes" or "18 years".""")]
    [DataRow(
        """{ "field": "created_at", "op": "older than", "values": ["1 day", "2 days"] }""",
        "7:72 $.rules[0].rejectWhen: 'older than' has the wrong number of values. Write one 'value'.")]
    [DataRow(
        """{ "field": "state", "op": "older than", "value": "1 day" }""",
        "7:98 $.rules[0].rejectWhen.op: 'older than' does not apply to 'state', which is of type state. Use one of: valid, invalid, blank, not blank, equal, not equal, in, not in, includes, not includes, starts with, not starts with, ends with, not ends with, matches, not matches, similar to, not similar to.")]
    [DataRow(
        """{ "field": "created_at.weekday", "op": "between", "values": ["monday", "someday"] }""",
        "7:143 $.rules[0].rejectWhen.values[1]: 'someday' is not a valid weekday (not a day of the week). Write a value that 'created_at.weekday' can have.")]
    [DataRow(
        """{ "field": "created_at.weekday", "op": "<", "value": "monday" }""",
        "7:111 $.rules[0].rejectWhen.op: '<' does not apply to 'created_at.weekday', which is of type weekday. Use one of: valid, invalid, blank, not blank, equal, not equal, between, not between, in, not in.")]
    [DataRow(
        """{ "field": "state", "op": "equal", "other": "stat" }""",
        """7:116 $.rules[0].rejectWhen.other: there is no field 'stat'. Write 'state' if you meant that, otherwise declare it under "fields".""")]
    [DataRow(
        """{ "field": "state", "op": "equal", "other": "STATE" }""",
        "7:116 $.rules[0].rejectWhen.other: 'state' is compared with itself. Name another field or part.")]
    [DataRow(
        """{ "field": "state", "op": "equal", "other": "page_views" }""",
        "7:116 $.rules[0].rejectWhen.other: 'state' is text (type state), 'page_views' is a number (type number). Name a field or part that is text.")]
    [DataRow(
        """{ "field": "created_at", "op": "<", "other": "page_views" }""",
        "7:117 $.rules[0].rejectWhen.other: 'created_at' is a point in time (type timestamp), 'page_views' is a number (type number). Name a field or part that is a point in time.")]
    [DataRow(
        """{ "field": "state", "op": "in", "other": "city" }""",
        "7:113 $.rules[0].rejectWhen.other: 'in' compares no two fields. Use one of: equal, not equal, <, >=, >, <=, includes, not includes, starts with, not starts with, ends with, not ends with.")]
    [DataRow(
        """{ "field": "state", "op": "equal", "other": "city", "value": "CA" }""",
        "7:116 $.rules[0].rejectWhen.other: a test compares with one thing. Keep one of 'value', 'values', 'other' and 'list'.")]
    [DataRow(
        """{ "field": "state", "op": "in", "list": "zips", "values": ["CA"] }""",
        "7:112 $.rules[0].rejectWhen.list: a test compares with one thing. Keep one of 'value', 'values', 'other' and 'list'.")]
    [DataRow(
        """{ "field": "email", "is": "valid", "other": "city" }""",
        "7:116 $.rules[0].rejectWhen.other: 'valid' takes no value. Remove this key.")]
    [DataRow(
        """{ "field": "email", "is": "obscene", "list": "zips" }""",
        "7:98 $.rules[0].rejectWhen.is: 'obscene' does not apply to 'email', which is of type email. Use one of: valid, invalid, blank, not blank, equal, not equal, in, not in, includes, not includes, starts with, not starts with, ends with, not ends with, matches, not matches, similar to, not similar to.")]
    [DataRow(
        """{ "field": "phone_1", "is": "obscene" }""",
        "7:100 $.rules[0].rejectWhen.is: 'obscene' does not apply to 'phone_1', which is of type phone. Use one of: valid, invalid, blank, not blank, equal, not equal, in, not in, includes, not includes, starts with, not starts with, ends with, not ends with, matches, not matches, similar to, not similar to.")]
    [DataRow(
        """{ "field": "state", "op": "equal", "list": "zips" }""",
        "7:115 $.rules[0].rejectWhen.list: 'equal' takes no list. Use one of: in, not in.")]
    [DataRow(
        """{ "field": "state", "op": "in", "list": "zip" }""",
        "7:112 $.rules[0].rejectWhen.list: there is no list 'zip'. Write 'zips' if you meant that.")]
    [DataRow(
        """{ "field": "state", "op": "in", "list": "nowhere" }""",
        """7:112 $.rules[0].rejectWhen.list: there is no list 'nowhere'. Add "lists": { "nowhere": "lists/nowhere.txt" }.""")]
    [DataRow(
        """{ "field": "state", "op": "in", "list": ["zips"] }""",
        """7:112 $.rules[0].rejectWhen.list: this is an array. Write text in "quotes".""")]
    public void Conditions(string json, string mistakes) => Assert.AreEqual(mistakes, CampaignText.Mistakes(CampaignText.With(
        ("rules", CampaignText.RuleWith(json)),
        ("lists", """{ "zips": "lists/zips.txt" }"""),
        ("conditions", """{ "serious": { "field": "page_views", "op": ">", "value": 3 } }"""))));

    [TestMethod]
    [DataRow("[]", "14:15 $.conditions: this is an array. Write an object { … }.")]
    [DataRow("""{ "Serious!": { "field": "email", "is": "valid" } }""", "14:29 $.conditions['Serious!']: 'Serious!' is not a valid condition name. Write 1 to 64 of a-z, 0-9, '-' and '_', beginning with a letter or digit.")]
    [DataRow("""{ "broken": { "field": "emial", "is": "valid" } }""", """14:38 $.conditions.broken.field: there is no field 'emial'. Write 'email' if you meant that, otherwise declare it under "fields".""")]
    [DataRow("""{ "one": { "use": "one" } }""", "14:33 $.conditions.one.use: 'one' uses itself (one -> one). Write here what is meant, without using it.")]
    [DataRow("""{ "one": { "not": { "use": "two" } }, "two": { "any": [ { "use": "three" } ] }, "three": { "use": "one" } }""", "14:113 $.conditions.three.use: 'one' uses itself (one -> two -> three -> one). Write here what is meant, without using it.")]
    [DataRow("""{ "one": { "use": "tow" }, "two": { "field": "email", "is": "valid" } }""", "14:33 $.conditions.one.use: there is not a condition 'tow'. Write 'two' if you meant that.")]
    [DataRow("""{ "one": {} }""", """14:24 $.conditions.one: this condition is empty. Write { "field": …, "is": … }, { "field": …, "op": …, "value": … }, { "use": … }, { "share": 10, "of": "person" }, or one of all, any, none, not.""")]
    public void Named_conditions(string json, string mistakes) => Assert.AreEqual(mistakes, CampaignText.Mistakes(CampaignText.With("conditions", json)));

    [TestMethod]
    [DataRow("[]", "13:10 $.lists: this is an array. Write an object { … }.")]
    [DataRow("""{ "Zips!": "zips.txt" }""", "13:21 $.lists['Zips!']: 'Zips!' is not a valid list name. Write 1 to 64 of a-z, 0-9, '-' and '_', beginning with a letter or digit.")]
    [DataRow("""{ "zips": 5 }""", """13:20 $.lists.zips: this is a number. Write text in "quotes".""")]
    [DataRow("""{ "zips": "/etc/passwd" }""", "13:20 $.lists.zips: '/etc/passwd' is not a valid list path. Write a path below the campaign's folder, such as lists/zips.txt.")]
    [DataRow("""{ "zips": "../zips.txt" }""", "13:20 $.lists.zips: '../zips.txt' is not a valid list path. Write a path below the campaign's folder, such as lists/zips.txt.")]
    [DataRow("""{ "zips": "lists/../../zips.txt" }""", "13:20 $.lists.zips: 'lists/../../zips.txt' is not a valid list path. Write a path below the campaign's folder, such as lists/zips.txt.")]
    [DataRow("""{ "zips": "lists//zips.txt" }""", "13:20 $.lists.zips: 'lists//zips.txt' is not a valid list path. Write a path below the campaign's folder, such as lists/zips.txt.")]
    [DataRow("""{ "zips": "c:\\zips.txt" }""", """13:20 $.lists.zips: 'c:\zips.txt' is not a valid list path. Write a path below the campaign's folder, such as lists/zips.txt.""")]
    public void Lists(string json, string mistakes) => Assert.AreEqual(mistakes, CampaignText.Mistakes(CampaignText.With("lists", json)));
}
