module keylint/azd

go 1.21

require github.com/drone/envsubst v1.0.3
