// The same answers as Perf/Load/App on Go's net/http. Arguments: the port, and the folder with download.bin.
package main

import (
	"encoding/json"
	"io"
	"log"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
)

type message struct {
	Text string `json:"text"`
}

var (
	server    = []string{"go"}
	plainType = []string{"text/plain; charset=utf-8"}
	jsonType  = []string{"application/json; charset=utf-8"}
	hello     = []byte("Hello, World!")
)

func plaintext(w http.ResponseWriter, _ *http.Request) {
	head(w, plainType)
	w.Write(hello)
}

func jsonMessage(w http.ResponseWriter, _ *http.Request) {
	head(w, jsonType)
	body, _ := json.Marshal(message{"Hello, World!"})
	w.Write(body)
}

func upload(w http.ResponseWriter, r *http.Request) {
	length, err := io.Copy(io.Discard, r.Body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	head(w, plainType)
	io.WriteString(w, strconv.FormatInt(length, 10))
}

func head(w http.ResponseWriter, contentType []string) {
	w.Header()["Server"] = server
	w.Header()["Content-Type"] = contentType
}

func main() {
	file := filepath.Join(os.Args[2], "download.bin")
	mux := http.NewServeMux()
	mux.HandleFunc("/plaintext", plaintext)
	mux.HandleFunc("/json", jsonMessage)
	mux.HandleFunc("/upload", upload)
	mux.HandleFunc("/download", func(w http.ResponseWriter, r *http.Request) {
		w.Header()["Server"] = server
		http.ServeFile(w, r, file)
	})
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Args[1], mux))
}
