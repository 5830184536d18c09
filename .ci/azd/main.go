// Tells what azd makes of the values of its parameter file, with the library that azd uses, and
// compares that with the table that keylint's own test reads.
//
//	go run . TABLE          compares; exit code 1 when a line differs
//	go run . -update TABLE  writes what azd gives into the table
//
// The steps around the library are those of azd's Bicep provider: loadParameters,
// evalParamEnvSubst, ensureParameters, armParameterFileValue.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"reflect"
	"strconv"

	"github.com/drone/envsubst"
)

// A line of the table: what stands in the file, for which parameter, with which variables.
type line struct {
	Type    string            `json:"type"`
	Default *string           `json:"default,omitempty"`
	Value   any               `json:"value"`
	Env     map[string]string `json:"env,omitempty"`
	Gives   json.RawMessage   `json:"gives,omitempty"`
}

type parameter struct {
	Value any `json:"value"`
}

var errRefused = errors.New("refused")

func main() {
	update := len(os.Args) == 3 && os.Args[1] == "-update"
	if len(os.Args) != 2 && !update {
		fmt.Fprintln(os.Stderr, "usage: azd [-update] TABLE")
		os.Exit(2)
	}
	path := os.Args[len(os.Args)-1]
	lines, err := read(path)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	wrong := 0
	for i := range lines {
		gives := gives(lines[i])
		if !update && !same(gives, lines[i].Gives) {
			wrong++
			fmt.Printf("line %d: azd gives %s, the table says %s\n", i+1, gives, lines[i].Gives)
		}
		lines[i].Gives = gives
	}
	if update {
		if err := write(path, lines); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(2)
		}
	}
	fmt.Printf("%d of %d lines are as azd has them\n", len(lines)-wrong, len(lines))
	if wrong > 0 || len(lines) < 80 {
		os.Exit(1)
	}
}

func read(path string) ([]line, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var lines []line
	scanner := bufio.NewScanner(file)
	for scanner.Scan() {
		var next line
		if err := json.Unmarshal(scanner.Bytes(), &next); err != nil {
			return nil, fmt.Errorf("line %d: %w", len(lines)+1, err)
		}
		lines = append(lines, next)
	}
	return lines, scanner.Err()
}

func write(path string, lines []line) error {
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	for _, next := range lines {
		if err := encoder.Encode(next); err != nil {
			return err
		}
	}
	return os.WriteFile(path, text.Bytes(), 0o644)
}

func same(one, other json.RawMessage) bool {
	var a, b any
	return json.Unmarshal(one, &a) == nil && json.Unmarshal(other, &b) == nil && reflect.DeepEqual(a, b)
}

// What the template gets: {"value": …}, "not given" or "refused".
func gives(next line) (result json.RawMessage) {
	defer func() {
		// The library fails on lengths below zero, and azd with it.
		if recover() != nil {
			result = quoted("refused")
		}
	}()
	value, given, err := load(next)
	if err != nil {
		return quoted("refused")
	}
	if given {
		value = converted(next, value)
	}
	if value == nil {
		return quoted("not given")
	}
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(parameter{value}); err != nil {
		panic(err)
	}
	return bytes.TrimSpace(text.Bytes())
}

func quoted(text string) json.RawMessage {
	return json.RawMessage(strconv.Quote(text))
}

func load(next line) (any, bool, error) {
	unset := false
	lookup := func(name string) string {
		value, isSet := next.Env[name]
		unset = unset || !isSet
		return value
	}
	text, isText := next.Value.(string)
	if isText && (next.Type == "array" || next.Type == "object") {
		replaced, err := envsubst.Eval(text, lookup)
		if err != nil {
			return nil, false, err
		}
		if replaced == "" && unset {
			return nil, false, nil
		}
		var value any
		if err := json.Unmarshal([]byte(replaced), &value); err != nil {
			return nil, false, errRefused
		}
		return value, true, nil
	}
	written, err := json.Marshal(parameter{next.Value})
	if err != nil {
		return nil, false, err
	}
	replaced, err := envsubst.Eval(string(written), lookup)
	if err != nil {
		return nil, false, err
	}
	var resolved parameter
	if err := json.Unmarshal([]byte(replaced), &resolved); err != nil {
		return nil, false, errRefused
	}
	if resolved.Value == "" && unset {
		return nil, false, nil
	}
	return resolved.Value, resolved.Value != nil, nil
}

func converted(next line, value any) any {
	text, isText := value.(string)
	if !isText {
		return value
	}
	switch next.Type {
	case "bool":
		if truth, err := strconv.ParseBool(text); err == nil {
			return truth
		}
		return nil
	case "int":
		if number, err := strconv.ParseInt(text, 10, 64); err == nil {
			return number
		}
		return nil
	case "string":
		if text != "" || next.Default != nil && *next.Default != "" {
			return text
		}
		return nil
	default:
		return value
	}
}
